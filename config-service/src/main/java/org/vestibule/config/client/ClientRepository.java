package org.vestibule.config.client;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.vestibule.platform.sql.Tx;

@ApplicationScoped
class ClientRepository {
  private static final String ONE = "from ApiClient where applicationId = ?1 and id = ?2";

  Uni<Void> insert(Tx tx, List<ApiClient> clients, List<ApiClientSecret> secrets) {
    return tx.session()
        .persistAll(clients.toArray())
        .call(tx.session()::flush)
        .chain(() -> tx.session().persistAll(secrets.toArray()))
        .call(tx.session()::flush);
  }

  Uni<Optional<ApiClient>> find(Tx tx, String applicationId, String clientId) {
    return tx.session()
        .createQuery(ONE, ApiClient.class)
        .setParameter(1, applicationId)
        .setParameter(2, clientId)
        .getSingleResultOrNull()
        .map(Optional::ofNullable);
  }

  /** Holds the row until the end of the transaction, so that changes of one client queue up. */
  Uni<Optional<ApiClient>> lock(Tx tx, String applicationId, String clientId) {
    return tx.session()
        .createQuery(ONE, ApiClient.class)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .setParameter(1, applicationId)
        .setParameter(2, clientId)
        .getSingleResultOrNull()
        .map(Optional::ofNullable);
  }

  /** Without an application, for the directories that only know the id a caller presented. */
  Uni<Optional<ApiClient>> findAnywhere(Tx tx, String clientId) {
    return tx.session().find(ApiClient.class, clientId).map(Optional::ofNullable);
  }

  Uni<List<ApiClient>> list(Tx tx, String applicationId) {
    return tx.session()
        .createQuery("from ApiClient where applicationId = ?1 order by position", ApiClient.class)
        .setParameter(1, applicationId)
        .getResultList();
  }

  /** All secrets of a client, the current one last. */
  Uni<List<ApiClientSecret>> secrets(Tx tx, String applicationId, String clientId) {
    return tx.session()
        .createQuery(
            "from ApiClientSecret where applicationId = ?1 and clientId = ?2"
                + " order by expiresAt nulls last",
            ApiClientSecret.class)
        .setParameter(1, applicationId)
        .setParameter(2, clientId)
        .getResultList();
  }

  Uni<List<ApiClientSecret>> currentSecrets(Tx tx, String applicationId) {
    return tx.session()
        .createQuery(
            "from ApiClientSecret where applicationId = ?1 and expiresAt is null",
            ApiClientSecret.class)
        .setParameter(1, applicationId)
        .getResultList();
  }

  Uni<Void> replaceSecrets(Tx tx, List<ApiClientSecret> dead, ApiClientSecret fresh) {
    return tx.session()
        .removeAll(dead.toArray())
        .chain(() -> tx.session().persist(fresh))
        .call(tx.session()::flush);
  }
}

package org.vestibule.config.client;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vestibule.platform.sql.Tx;

@Singleton
class ClientRepository {
  private static final Pattern APPLICATION_ID = Pattern.compile("[a-z0-9]{26}");
  private static final Pattern CLIENT_ID = Pattern.compile("[a-z0-9]{32}");
  private static final String ONE = "from ApiClient where applicationId = ?1 and id = ?2";

  Uni<Void> insert(Tx tx, List<ApiClient> clients, List<ApiClientSecret> secrets) {
    return tx.session()
        .persistAll(clients.toArray())
        .call(tx.session()::flush)
        .chain(() -> tx.session().persistAll(secrets.toArray()))
        .call(tx.session()::flush);
  }

  Uni<Optional<ApiClient>> find(Tx tx, String applicationId, String clientId) {
    return !areIds(applicationId, clientId) ? none() : stored(tx, applicationId, clientId);
  }

  private static Uni<Optional<ApiClient>> stored(Tx tx, String applicationId, String clientId) {
    return tx.session()
        .createQuery(ONE, ApiClient.class)
        .setParameter(1, applicationId)
        .setParameter(2, clientId)
        .getSingleResultOrNull()
        .map(Optional::ofNullable);
  }

  /** Holds the row until the end of the transaction, so that changes of one client queue up. */
  Uni<Optional<ApiClient>> lock(Tx tx, String applicationId, String clientId) {
    return !areIds(applicationId, clientId) ? none() : locked(tx, applicationId, clientId);
  }

  private static Uni<Optional<ApiClient>> locked(Tx tx, String applicationId, String clientId) {
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
    return CLIENT_ID.matcher(clientId).matches()
        ? tx.session().find(ApiClient.class, clientId).map(Optional::ofNullable)
        : none();
  }

  /** Other texts name nothing, and some of them cannot even be asked for. */
  private static boolean areIds(String applicationId, String clientId) {
    return APPLICATION_ID.matcher(applicationId).matches() && CLIENT_ID.matcher(clientId).matches();
  }

  private static Uni<Optional<ApiClient>> none() {
    return Uni.createFrom().item(Optional.empty());
  }

  Uni<List<ApiClient>> list(Tx tx, String applicationId) {
    return tx.session()
        .createQuery("from ApiClient where applicationId = ?1 order by position", ApiClient.class)
        .setParameter(1, applicationId)
        .getResultList();
  }

  Uni<Long> count(Tx tx, String applicationId) {
    return tx.session()
        .createQuery("select count(*) from ApiClient where applicationId = ?1", Long.class)
        .setParameter(1, applicationId)
        .getSingleResult();
  }

  Uni<Boolean> isNameTaken(Tx tx, String applicationId, String name) {
    return tx.session()
        .createQuery(
            "select count(*) from ApiClient where applicationId = ?1 and name = ?2", Long.class)
        .setParameter(1, applicationId)
        .setParameter(2, name)
        .getSingleResult()
        .map(count -> count > 0);
  }

  /** Secrets and settings go with the client. */
  Uni<Void> delete(Tx tx, String applicationId, String clientId) {
    return tx.session()
        .createMutationQuery("delete from ApiClient where applicationId = ?1 and id = ?2")
        .setParameter(1, applicationId)
        .setParameter(2, clientId)
        .executeUpdate()
        .replaceWithVoid();
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

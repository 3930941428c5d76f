package org.vestibule.hosted.client;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.platform.sql.Tx;

@Singleton
class OidcClientRepository {

  Uni<Void> insert(Tx tx, OidcClient client, OidcClientSecret secret) {
    return tx.session()
        .persist(client)
        .call(tx.session()::flush)
        .chain(() -> tx.session().persist(secret))
        .call(tx.session()::flush);
  }

  /** The current secret of the customer's oldest configuration client. */
  Uni<Optional<OidcClientSecret>> configurationSecret(Tx tx, UUID customerId) {
    return tx.session()
        .createQuery(
            "select s from OidcClientSecret s, OidcClient c where s.customerId = ?1"
                + " and c.id = s.clientId and c.loginPolicyId is null and s.expiresAt is null"
                + " order by c.createdAt",
            OidcClientSecret.class)
        .setParameter(1, customerId)
        .setMaxResults(1)
        .getSingleResultOrNull()
        .map(Optional::ofNullable);
  }
}

package org.vestibule.hosted.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.platform.sql.Tx;

@ApplicationScoped
class ApplicationRepository {
  private static final String CLAIM =
      "INSERT INTO customer (id, created_at) VALUES (?1, ?2) ON CONFLICT DO NOTHING";

  /** True for the one transaction that has to make the customer's things; others wait for it. */
  Uni<Boolean> claimCustomer(Tx tx, UUID customerId, Instant now) {
    return tx.session()
        .createNativeQuery(CLAIM)
        .setParameter(1, customerId)
        .setParameter(2, now.atOffset(ZoneOffset.UTC))
        .executeUpdate()
        .map(rows -> rows == 1);
  }

  Uni<Void> insert(Tx tx, Application application) {
    return tx.session().persist(application).call(tx.session()::flush);
  }

  Uni<Optional<Application>> find(Tx tx, String applicationId) {
    return tx.session().find(Application.class, applicationId).map(Optional::ofNullable);
  }
}

package org.vestibule.hosted.customer;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.platform.sql.Tx;

@Singleton
class CustomerRepository {
  private static final String CLAIM =
      """
      INSERT INTO customer (id, base_url, created_at)
      VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING
      """;

  /** True for the one transaction that has to make the customer's things; others wait for it. */
  Uni<Boolean> claim(Tx tx, UUID customerId, String baseUrl, Instant now) {
    return tx.session()
        .createNativeQuery(CLAIM)
        .setParameter(1, customerId)
        .setParameter(2, baseUrl)
        .setParameter(3, now.atOffset(ZoneOffset.UTC))
        .executeUpdate()
        .map(rows -> rows == 1);
  }

  Uni<Optional<CustomerView>> find(Tx tx, UUID customerId) {
    return tx.session()
        .find(Customer.class, customerId)
        .map(Optional::ofNullable)
        .map(found -> found.map(it -> new CustomerView(it.id, it.baseUrl)));
  }
}

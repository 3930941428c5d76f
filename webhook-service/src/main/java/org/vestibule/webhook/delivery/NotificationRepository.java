package org.vestibule.webhook.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.vestibule.platform.sql.Tx;

/** The signed tokens of deliveries. */
@Singleton
class NotificationRepository {

  private static final String UPSERT =
      """
      INSERT INTO notification (customer_id, subscription_id, event_id, id, endpoint, token)
      SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[])
      ON CONFLICT (customer_id, subscription_id, event_id) DO UPDATE
         SET id = excluded.id, endpoint = excluded.endpoint, token = excluded.token,
             signed_at = now()
      """;

  /** Stores tokens before they are sent; one for another endpoint takes the place of the old. */
  Uni<Void> upsert(Tx tx, List<Notification> signed) {
    Tuple values =
        Tuple.tuple()
            .addArrayOfUUID(ids(signed, it -> it.attempt().customerId()))
            .addArrayOfUUID(ids(signed, it -> it.attempt().subscriptionId()))
            .addArrayOfUUID(ids(signed, it -> it.attempt().event().id()))
            .addArrayOfUUID(ids(signed, Notification::id))
            .addArrayOfString(texts(signed, it -> it.attempt().endpoint()))
            .addArrayOfString(texts(signed, it -> it.attempt().token()));
    return tx.connection().preparedQuery(UPSERT).execute(values).replaceWithVoid();
  }

  private static UUID[] ids(List<Notification> signed, Function<Notification, UUID> id) {
    return signed.stream().map(id).toArray(UUID[]::new);
  }

  private static String[] texts(List<Notification> signed, Function<Notification, String> text) {
    return signed.stream().map(text).toArray(String[]::new);
  }
}

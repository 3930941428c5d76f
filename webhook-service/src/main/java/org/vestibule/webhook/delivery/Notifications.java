package org.vestibule.webhook.delivery;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.vestibule.platform.id.IdSource;
import org.vestibule.platform.offload.Offload;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.webhook.event.EventClaim;
import org.vestibule.webhook.event.RecordEvent;
import org.vestibule.webhook.signing.KeySource;
import org.vestibule.webhook.signing.SecurityEvent;
import org.vestibule.webhook.signing.SecurityEventTokens;
import org.vestibule.webhook.signing.SigningKey;

/**
 * Gives attempts their tokens: the stored one, so that retries send the same bytes, or a new one.
 */
@Singleton
class Notifications {
  private final KeySource keys;
  private final SecurityEventTokens tokens;
  private final NotificationRepository notifications;
  private final SqlTransactions transactions;
  private final Offload offload;
  private final IdSource ids;

  Notifications(
      KeySource keys,
      SecurityEventTokens tokens,
      NotificationRepository notifications,
      SqlTransactions transactions,
      Offload offload,
      IdSource ids) {
    this.keys = keys;
    this.tokens = tokens;
    this.notifications = notifications;
    this.transactions = transactions;
    this.offload = offload;
    this.ids = ids;
  }

  /** The attempts of one customer, all with tokens that are stored. */
  Uni<List<Attempt>> signed(UUID customerId, List<Attempt> attempts) {
    List<Attempt> unsigned = attempts.stream().filter(it -> it.token() == null).toList();
    return unsigned.isEmpty()
        ? Uni.createFrom().item(attempts)
        : keys.current(customerId)
            .chain(key -> offload.io(() -> sign(key, unsigned)))
            .call(fresh -> transactions.read(tx -> notifications.upsert(tx, fresh)))
            .map(fresh -> together(attempts, fresh));
  }

  private List<Notification> sign(SigningKey key, List<Attempt> attempts) {
    return attempts.stream().map(it -> sign(key, it)).toList();
  }

  private Notification sign(SigningKey key, Attempt attempt) {
    RecordEvent event = attempt.event();
    UUID id = ids.uuid();
    SecurityEvent said =
        new SecurityEvent(
            id,
            attempt.endpoint(),
            event.occurredAt(),
            event.data().path("correlationId").textValue(),
            EventClaim.raisedBy(event).orElseThrow().events());
    return new Notification(id, attempt.with(tokens.sign(key, said)));
  }

  private static List<Attempt> together(List<Attempt> attempts, List<Notification> fresh) {
    return Stream.concat(
            attempts.stream().filter(it -> it.token() != null),
            fresh.stream().map(Notification::attempt))
        .toList();
  }
}

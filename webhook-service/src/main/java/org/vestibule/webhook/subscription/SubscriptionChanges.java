package org.vestibule.webhook.subscription;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.vestibule.platform.id.IdSource;
import org.vestibule.platform.sql.Tx;
import org.vestibule.webhook.WebhookConfig;
import org.vestibule.webhook.administration.Administrator;
import org.vestibule.webhook.audit.AuditService;
import org.vestibule.webhook.delivery.DeliveryService;
import org.vestibule.webhook.wire.WebhookProblem;

/** Writes a change of a subscription with all that follows from it, in one transaction. */
@Singleton
class SubscriptionChanges {
  private final SubscriberRepository subscribers;
  private final SubscriptionRepository subscriptions;
  private final DeliveryService deliveries;
  private final AuditService audit;
  private final IdSource ids;
  private final Clock clock;
  private final int perCustomer;

  SubscriptionChanges(
      SubscriberRepository subscribers,
      SubscriptionRepository subscriptions,
      DeliveryService deliveries,
      AuditService audit,
      IdSource ids,
      Clock clock,
      WebhookConfig config) {
    this.subscribers = subscribers;
    this.subscriptions = subscriptions;
    this.deliveries = deliveries;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
    this.perCustomer = config.webhook().subscriptions().perCustomer();
  }

  Uni<Subscription> insert(Tx tx, Administrator by, SubscriptionDraft draft) {
    Instant now = now();
    Subscription fresh = subscription(by.customerId(), ids.uuid(), draft, now, now);
    return subscribers
        .add(tx, by.customerId(), perCustomer)
        .invoke(hasRoom -> require(hasRoom, "Too many subscriptions"))
        .chain(() -> subscriptions.insert(tx, fresh))
        .invoke(SubscriptionChanges::requireTitle)
        .chain(() -> audit.record(tx, by, "createSubscription", fresh.id()))
        .replaceWith(fresh);
  }

  Uni<Subscription> update(
      Tx tx, Administrator by, UUID id, UnaryOperator<SubscriptionDraft> change) {
    return subscribers
        .change(tx, by.customerId(), 0)
        .chain(() -> subscriptions.find(tx, by.customerId(), id))
        .map(SubscriptionChanges::require)
        .chain(before -> write(tx, by, before, change.apply(before.draft())));
  }

  Uni<Void> delete(Tx tx, Administrator by, UUID id) {
    return subscribers
        .change(tx, by.customerId(), 0)
        .chain(() -> subscriptions.delete(tx, by.customerId(), id))
        .invoke(SubscriptionChanges::requireExisting)
        .chain(() -> subscribers.change(tx, by.customerId(), -1))
        .chain(() -> deliveries.removeAll(tx, by.customerId(), id))
        .chain(() -> audit.record(tx, by, "deleteSubscription", id));
  }

  private Uni<Subscription> write(
      Tx tx, Administrator by, Subscription before, SubscriptionDraft draft) {
    if (draft.equals(before.draft())) {
      return Uni.createFrom().item(before);
    }
    Subscription after =
        subscription(before.customerId(), before.id(), draft, before.createdAt(), now());
    return subscriptions
        .update(tx, after)
        .invoke(SubscriptionChanges::requireTitle)
        .chain(() -> follow(tx, before, after))
        .chain(() -> audit.record(tx, by, "updateSubscription", after.id()))
        .replaceWith(after);
  }

  /** Neither switching off nor switching on leaves anything that waits to be sent. */
  private Uni<Void> follow(Tx tx, Subscription before, Subscription after) {
    if (before.enabled() == after.enabled()) {
      return deliveries.redirect(tx);
    }
    return after.enabled()
        ? deliveries.giveUpAll(tx, after.customerId(), after.id())
        : deliveries.giveUp(tx, after.customerId(), after.id());
  }

  private static Subscription subscription(
      UUID customerId, UUID id, SubscriptionDraft draft, Instant createdAt, Instant updatedAt) {
    return new Subscription(
        customerId,
        id,
        draft.title(),
        draft.enabled(),
        draft.endpoint(),
        draft.events(),
        draft.filter(),
        createdAt,
        updatedAt);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Subscription require(Optional<Subscription> found) {
    return found.orElseThrow(() -> new WebhookProblem.Unknown().exception());
  }

  private static void requireExisting(boolean exists) {
    if (!exists) {
      throw new WebhookProblem.Unknown().exception();
    }
  }

  private static void requireTitle(boolean isFree) {
    require(isFree, "Subscription title already exists");
  }

  private static void require(boolean isFulfilled, String otherwise) {
    if (!isFulfilled) {
      throw new WebhookProblem.Conflict(otherwise).exception();
    }
  }
}

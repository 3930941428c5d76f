package org.vestibule.webhook.subscription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;
import org.vestibule.webhook.administration.Administrator;
import org.vestibule.webhook.wire.WebhookProblem;

/** The subscriptions of a customer, as its administrators see and change them. */
@Singleton
public class SubscriptionService {
  private final SqlTransactions transactions;
  private final SubscriptionRepository subscriptions;
  private final SubscriptionBody body;
  private final EndpointAcceptance endpoints;
  private final SubscriptionChanges changes;

  SubscriptionService(
      SqlTransactions transactions,
      SubscriptionRepository subscriptions,
      SubscriptionBody body,
      EndpointAcceptance endpoints,
      SubscriptionChanges changes) {
    this.transactions = transactions;
    this.subscriptions = subscriptions;
    this.body = body;
    this.endpoints = endpoints;
    this.changes = changes;
  }

  Uni<SubscriptionPage> list(Administrator by, String page) {
    return transactions.read(
        tx ->
            subscriptions
                .count(tx, by.customerId())
                .map(total -> PageRange.of(page, total))
                .chain(range -> page(tx, by.customerId(), range)));
  }

  Uni<Subscription> get(Administrator by, UUID id) {
    return transactions.read(tx -> subscriptions.find(tx, by.customerId(), id)).map(this::require);
  }

  Uni<Subscription> create(Administrator by, ObjectNode json) {
    SubscriptionDraft draft = body.created(json);
    return endpoints
        .require(draft.endpoint())
        .chain(() -> transactions.run(tx -> changes.insert(tx, by, draft)));
  }

  /** The endpoint is looked up before anything is locked; a name server may be slow. */
  Uni<Subscription> patch(Administrator by, UUID id, ObjectNode patch) {
    return get(by, id)
        .call(before -> acceptEndpoint(before, body.patched(before.draft(), patch)))
        .chain(
            () ->
                transactions.run(
                    tx -> changes.update(tx, by, id, draft -> body.patched(draft, patch))));
  }

  Uni<Void> delete(Administrator by, UUID id) {
    return transactions.run(tx -> changes.delete(tx, by, id));
  }

  private Uni<Void> acceptEndpoint(Subscription before, SubscriptionDraft after) {
    return after.endpoint().equals(before.endpoint())
        ? Uni.createFrom().voidItem()
        : endpoints.require(after.endpoint());
  }

  private Uni<SubscriptionPage> page(Tx tx, UUID customerId, PageRange range) {
    return subscriptions
        .list(tx, customerId, range.limit(), range.offset())
        .map(found -> new SubscriptionPage(customerId, range, found));
  }

  private Subscription require(Optional<Subscription> found) {
    return found.orElseThrow(() -> new WebhookProblem.Unknown().exception());
  }
}

package org.vestibule.webhook.subscription;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.platform.sql.Tx;
import org.vestibule.webhook.event.EventClaim;

/**
 * Finds the subscriptions that want an event. The customer's version is read in the transaction of
 * the event, so that a change counts for every later event in every replica.
 */
@ApplicationScoped
public class MatchingService {
  private static final int CUSTOMERS = 10_000;

  private final SubscriberRepository subscribers;
  private final SubscriptionRepository subscriptions;
  private final Cache<UUID, Interests> known = Caffeine.newBuilder().maximumSize(CUSTOMERS).build();

  MatchingService(SubscriberRepository subscribers, SubscriptionRepository subscriptions) {
    this.subscribers = subscribers;
    this.subscriptions = subscriptions;
  }

  /** Ids of the customer's subscriptions, enabled or not, whose types and filter accept this. */
  public Uni<List<UUID>> matching(Tx tx, UUID customerId, EventClaim claim) {
    return subscribers
        .version(tx, customerId)
        .chain(version -> interests(tx, customerId, version))
        .map(interests -> interests.in(claim));
  }

  private Uni<Interests> interests(Tx tx, UUID customerId, Optional<Long> version) {
    if (version.isEmpty()) {
      return Uni.createFrom().item(Interests.NONE);
    }
    Interests remembered = known.getIfPresent(customerId);
    return remembered != null && remembered.version() == version.get()
        ? Uni.createFrom().item(remembered)
        : load(tx, customerId, version.get());
  }

  private Uni<Interests> load(Tx tx, UUID customerId, long version) {
    return subscriptions
        .list(tx, customerId, Integer.MAX_VALUE, 0)
        .map(found -> Interests.of(version, found))
        .invoke(fresh -> known.put(customerId, fresh));
  }
}

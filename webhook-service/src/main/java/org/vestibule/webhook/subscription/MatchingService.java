package org.vestibule.webhook.subscription;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vestibule.platform.loop.InTurn;
import org.vestibule.platform.sql.Tx;
import org.vestibule.webhook.event.EventClaim;
import org.vestibule.webhook.event.StoredEvent;
import org.vestibule.webhook.event.WantedEvent;

/**
 * Finds the subscriptions that want an event. The customer's version is read in the transaction of
 * the event, so that a change counts for every later event in every replica.
 */
@Singleton
public class MatchingService {
  private static final int CUSTOMERS = 10_000;

  private final SubscriberRepository subscribers;
  private final SubscriptionRepository subscriptions;
  private final Cache<UUID, Interests> known = Caffeine.newBuilder().maximumSize(CUSTOMERS).build();

  MatchingService(SubscriberRepository subscribers, SubscriptionRepository subscriptions) {
    this.subscribers = subscribers;
    this.subscriptions = subscriptions;
  }

  /**
   * The events that subscriptions, enabled or not, accept by type and filter. The customer's
   * version is read once, whatever the number of its events.
   */
  public Uni<List<WantedEvent>> matching(Tx tx, List<StoredEvent> events) {
    Map<UUID, Interests> interests = new HashMap<>();
    Set<UUID> customers =
        events.stream().map(it -> it.event().customerId()).collect(Collectors.toSet());
    return InTurn.each(customers, it -> interests(tx, it).invoke(found -> interests.put(it, found)))
        .map(done -> events.stream().flatMap(it -> wanted(interests, it)).toList());
  }

  private static Stream<WantedEvent> wanted(Map<UUID, Interests> interests, StoredEvent stored) {
    return EventClaim.raisedBy(stored.event())
        .map(claim -> interests.get(stored.event().customerId()).in(claim))
        .filter(wanting -> !wanting.isEmpty())
        .map(wanting -> new WantedEvent(stored, wanting))
        .stream();
  }

  private Uni<Interests> interests(Tx tx, UUID customerId) {
    return subscribers.version(tx, customerId).chain(version -> interests(tx, customerId, version));
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

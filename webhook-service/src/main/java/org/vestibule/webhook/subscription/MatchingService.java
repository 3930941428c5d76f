package org.vestibule.webhook.subscription;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * Finds the subscriptions that want an event. The customer's version is read after the event came,
 * so that a change counts for every later event in every replica.
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
   * The events that subscriptions, enabled or not, accept by type and filter. The versions of all
   * customers are read once, whatever the number of events.
   */
  public Uni<List<WantedEvent>> matching(Tx tx, List<StoredEvent> events) {
    Set<UUID> customers =
        events.stream().map(it -> it.event().customerId()).collect(Collectors.toSet());
    return subscribers
        .versions(tx, customers)
        .chain(versions -> interests(tx, versions))
        .map(interests -> events.stream().flatMap(it -> wanted(interests, it)).toList());
  }

  private static Stream<WantedEvent> wanted(Map<UUID, Interests> interests, StoredEvent stored) {
    return EventClaim.raisedBy(stored.event())
        .map(claim -> interests.getOrDefault(stored.event().customerId(), Interests.NONE).in(claim))
        .filter(wanting -> !wanting.isEmpty())
        .map(wanting -> new WantedEvent(stored, wanting))
        .stream();
  }

  private Uni<Map<UUID, Interests>> interests(Tx tx, Map<UUID, Long> versions) {
    Map<UUID, Interests> interests = new HashMap<>();
    return InTurn.each(
            versions.entrySet(),
            it ->
                interests(tx, it.getKey(), it.getValue())
                    .invoke(found -> interests.put(it.getKey(), found)))
        .replaceWith(interests);
  }

  private Uni<Interests> interests(Tx tx, UUID customerId, long version) {
    Interests remembered = known.getIfPresent(customerId);
    return remembered != null && remembered.version() == version
        ? Uni.createFrom().item(remembered)
        : load(tx, customerId, version);
  }

  private Uni<Interests> load(Tx tx, UUID customerId, long version) {
    return subscriptions
        .list(tx, customerId, Integer.MAX_VALUE, 0)
        .map(found -> Interests.of(version, found))
        .invoke(fresh -> known.put(customerId, fresh));
  }
}

package org.vestibule.webhook.subscription;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.vestibule.platform.problem.ProblemException;
import org.vestibule.webhook.event.EventClaim;
import org.vestibule.webhook.filter.Filter;

/** What the subscriptions of one customer want, ready to be asked often. */
record Interests(long version, List<Interest> all) {
  static final Interests NONE = new Interests(0, List.of());

  private static final Logger LOG = Logger.getLogger(Interests.class);

  static Interests of(long version, List<Subscription> subscriptions) {
    return new Interests(version, subscriptions.stream().map(Interests::interest).toList());
  }

  List<UUID> in(EventClaim claim) {
    return all.stream().filter(it -> it.accepts(claim)).map(Interest::subscription).toList();
  }

  private static Interest interest(Subscription subscription) {
    return new Interest(subscription.id(), subscription.events(), filter(subscription));
  }

  /** A stored filter that cannot be read any more hides no event. */
  private static Optional<Filter> filter(Subscription subscription) {
    try {
      return Optional.ofNullable(subscription.filter()).map(Filter::of);
    } catch (ProblemException unreadable) {
      LOG.warnf("subscription %s: %s", subscription.id(), unreadable.problem());
      return Optional.empty();
    }
  }

  private record Interest(UUID subscription, List<String> events, Optional<Filter> filter) {
    boolean accepts(EventClaim claim) {
      return events.contains(claim.type().wireName())
          && filter.map(it -> it.accepts(claim.events())).orElse(true);
    }
  }
}

package org.vestibule.auth.userevent;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.vestibule.platform.event.ReceivedEvent;
import org.vestibule.platform.kafka.ConsumerLoops;
import org.vestibule.platform.kafka.EventHandler;
import org.vestibule.platform.kafka.UnreadableMessage;
import org.vestibule.platform.loop.InTurn;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/** Reads {@code user-events} for everything here that must not outlive what they tell of. */
@Singleton
class UserEventsConsumer implements EventHandler {
  private static final Logger LOG = Logger.getLogger(UserEventsConsumer.class);
  private static final Set<String> TYPES = Set.of(UserEvent.DELETED, UserEvent.UPDATED);

  private final ConsumerLoops loops;
  private final SqlTransactions transactions;
  private final List<UserEventEffect> effects;
  private final Set<String> attributes;

  UserEventsConsumer(
      ConsumerLoops loops, SqlTransactions transactions, @All List<UserEventEffect> effects) {
    this.loops = loops;
    this.transactions = transactions;
    this.effects = effects;
    this.attributes =
        effects.stream()
            .flatMap(it -> it.attributes().stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  void start(@Observes StartupEvent started) {
    loops.work("users", "user-events", transactions, this);
  }

  @Override
  public boolean concernsType(String type) {
    return TYPES.contains(type);
  }

  @Override
  public boolean concerns(ReceivedEvent event) {
    return event.type().equals(UserEvent.DELETED) || event.names(attributes);
  }

  /** Trying an event again that names no record would stop all others behind it. */
  @Override
  public Uni<Void> handle(Tx tx, ReceivedEvent received) {
    Optional<UserEvent> event = UserEvent.of(received);
    if (event.isEmpty()) {
      LOG.errorf("passed over event %s, which names no record", received.id());
    }
    return event.map(it -> apply(tx, it)).orElseGet(() -> Uni.createFrom().voidItem());
  }

  private Uni<Void> apply(Tx tx, UserEvent event) {
    return InTurn.each(concerned(event), it -> it.apply(tx, event));
  }

  private List<UserEventEffect> concerned(UserEvent event) {
    return effects.stream()
        .filter(it -> event.isDeletion() || event.names(it.attributes()))
        .toList();
  }

  /** The message stays in the topic, and nothing that it could have ended is lost by waiting. */
  @Override
  public Uni<Void> park(Tx tx, UnreadableMessage message) {
    LOG.errorf(
        "passed over a message that is no event: %s-%d offset %d",
        message.topic(), message.partition(), message.offset());
    return Uni.createFrom().voidItem();
  }
}

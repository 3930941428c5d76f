package org.vestibule.entity.type;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.vestibule.entity.schema.Schema;
import org.vestibule.platform.event.ReceivedEvent;
import org.vestibule.platform.kafka.ConsumerLoops;
import org.vestibule.platform.kafka.EventHandler;
import org.vestibule.platform.kafka.UnreadableMessage;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/** Gives every new application its first entity type. */
@Startup
@ApplicationScoped
public class ApplicationProvisioning implements EventHandler {
  private static final Logger LOG = Logger.getLogger(ApplicationProvisioning.class);
  private static final String CREATED = "application-created";

  private final TypeRepository types;
  private final ConsumerLoops loops;
  private final SqlTransactions transactions;
  private final Schema schema = DefaultSchema.read();

  /** Takes the catalogue and the way to hear of applications. */
  public ApplicationProvisioning(
      TypeRepository types, ConsumerLoops loops, SqlTransactions transactions) {
    this.types = types;
    this.loops = loops;
    this.transactions = transactions;
  }

  @PostConstruct
  void listen() {
    loops.work("provisioning", "config-events", transactions, this);
  }

  @Override
  public Uni<Void> handle(Tx tx, ReceivedEvent event) {
    return CREATED.equals(event.type())
        ? provision(
            tx,
            event.data().path("applicationId").asText(),
            UUID.fromString(event.data().path("customerId").asText()))
        : Uni.createFrom().voidItem();
  }

  @Override
  public Uni<Void> park(Tx tx, UnreadableMessage message) {
    // Whoever makes applications waits for them and reports; the message itself stays in Kafka.
    LOG.errorf(
        "%s-%d@%d is not an event: %s",
        message.topic(), message.partition(), message.offset(), message.reason());
    return Uni.createFrom().voidItem();
  }

  /** Makes the application known, with the type {@code user}; a second time nothing happens. */
  Uni<Void> provision(Tx tx, String applicationId, UUID customerId) {
    return types
        .insertApplication(tx, applicationId, customerId)
        .chain(
            number ->
                number
                    .map(it -> create(tx, applicationId, it))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Void> create(Tx tx, String applicationId, long number) {
    return types
        .createSequence(tx, applicationId, number)
        .chain(() -> types.insertType(tx, applicationId, DefaultSchema.TYPE_NAME, schema));
  }
}

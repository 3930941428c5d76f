package org.vestibule.entity.type;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.vestibule.entity.schema.Schema;
import org.vestibule.platform.event.ReceivedEvent;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.kafka.ConsumerLoops;
import org.vestibule.platform.kafka.EventHandler;
import org.vestibule.platform.kafka.UnreadableMessage;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/** Gives every new application its first entity type. */
@Singleton
public class ApplicationProvisioning implements EventHandler {
  private static final Logger LOG = Logger.getLogger(ApplicationProvisioning.class);
  private static final String CREATED = "application-created";

  private final TypeRepository types;
  private final ConsumerLoops loops;
  private final SqlTransactions transactions;
  private final SchemaChanges changes;
  private final Schema schema;

  /** Takes the catalogue and the way to hear of applications. */
  public ApplicationProvisioning(
      TypeRepository types,
      ConsumerLoops loops,
      SqlTransactions transactions,
      SchemaChanges changes,
      EntityConfig config) {
    this.types = types;
    this.loops = loops;
    this.transactions = transactions;
    this.changes = changes;
    this.schema = DefaultSchema.read(config.entity().defaultSchema());
  }

  void onStart(@Observes StartupEvent event) {
    loops.work("provisioning", "config-events", transactions, this);
  }

  @Override
  public boolean concernsType(String type) {
    return CREATED.equals(type);
  }

  @Override
  public Uni<Void> handle(Tx tx, ReceivedEvent event) {
    return provision(tx, NewApplication.of(event));
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
  private Uni<Void> provision(Tx tx, NewApplication application) {
    return types
        .insertApplication(tx, application.id(), application.customerId())
        .chain(
            number ->
                number
                    .map(it -> create(tx, application, it))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Void> create(Tx tx, NewApplication application, long number) {
    String type = DefaultSchema.TYPE_NAME;
    return types
        .createSequence(tx, application.id(), number)
        .chain(() -> types.insertType(tx, application.id(), type, schema))
        .chain(
            () ->
                changes.announce(
                    tx,
                    application.customerId(),
                    application.id(),
                    type,
                    CallContext.platform("provisioning")));
  }

  private record NewApplication(String id, UUID customerId) {
    static NewApplication of(ReceivedEvent event) {
      return new NewApplication(
          event.data().path("applicationId").asText(),
          UUID.fromString(event.data().path("customerId").asText()));
    }
  }
}

package org.vestibule.auth.factor;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.vestibule.auth.factor.code.CodeService;
import org.vestibule.auth.factor.device.DeviceService;
import org.vestibule.platform.event.ReceivedEvent;
import org.vestibule.platform.kafka.ConsumerLoops;
import org.vestibule.platform.kafka.EventHandler;
import org.vestibule.platform.kafka.UnreadableMessage;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/**
 * Ends what a factor proved when its record is deleted, its account deactivated or its password
 * changed, and codes that are under way to an address that is no longer the record's.
 */
@ApplicationScoped
public class FactorEventsConsumer implements EventHandler {
  private static final Logger LOG = Logger.getLogger(FactorEventsConsumer.class);
  private static final String DELETED = "user-deleted";
  private static final String UPDATED = "user-updated";
  private static final Set<String> ENDING_TRUST = Set.of("password", "deactivateAccount");
  private static final Set<String> ENDING_CODES =
      Set.of("password", "deactivateAccount", "email", "mobileNumber");

  private final ConsumerLoops loops;
  private final SqlTransactions transactions;
  private final CodeService codes;
  private final DeviceService devices;

  FactorEventsConsumer(
      ConsumerLoops loops, SqlTransactions transactions, CodeService codes, DeviceService devices) {
    this.loops = loops;
    this.transactions = transactions;
    this.codes = codes;
    this.devices = devices;
  }

  void start(@Observes StartupEvent started) {
    loops.work("factors", "user-events", transactions, this);
  }

  @Override
  public boolean concernsType(String type) {
    return type.equals(DELETED) || type.equals(UPDATED);
  }

  @Override
  public boolean concerns(ReceivedEvent event) {
    return event.type().equals(DELETED) || event.names(ENDING_CODES);
  }

  @Override
  public Uni<Void> handle(Tx tx, ReceivedEvent event) {
    JsonNode data = event.data();
    try {
      EndedProof ended =
          new EndedProof(
              data.path("applicationId").asText(),
              data.path("entityType").asText(),
              UUID.fromString(data.path("recordUuid").asText()),
              event.time());
      boolean endsTrust = event.type().equals(DELETED) || event.names(ENDING_TRUST);
      return codes.end(tx, ended).chain(() -> endTrust(tx, ended, endsTrust));
    } catch (IllegalArgumentException noUuid) {
      // Trying again would stop all others behind it.
      LOG.errorf("passed over event %s, which names no record", event.id());
      return nothing();
    }
  }

  /** The message stays in the topic, and nothing that it could have ended is lost by waiting. */
  @Override
  public Uni<Void> park(Tx tx, UnreadableMessage message) {
    LOG.errorf(
        "passed over a message that is no event: %s-%d offset %d",
        message.topic(), message.partition(), message.offset());
    return nothing();
  }

  private Uni<Void> endTrust(Tx tx, EndedProof ended, boolean endsTrust) {
    return endsTrust ? devices.end(tx, ended).replaceWithVoid() : nothing();
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }
}

package org.vestibule.auth.grant;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.vestibule.platform.capture.directory.ConfigDirectory;
import org.vestibule.platform.capture.event.RecordRef;
import org.vestibule.platform.event.ReceivedEvent;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.http.Origin;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.kafka.ConsumerLoops;
import org.vestibule.platform.kafka.EventHandler;
import org.vestibule.platform.kafka.UnreadableMessage;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/** Ends grants when their record is deleted, its account deactivated or its password changed. */
@ApplicationScoped
public class UserEventsConsumer implements EventHandler {
  private static final Logger LOG = Logger.getLogger(UserEventsConsumer.class);
  private static final String DELETED = "user-deleted";
  private static final String UPDATED = "user-updated";
  private static final Set<String> DEACTIVATION = Set.of("deactivateAccount");
  private static final Set<String> ENDING = Set.of("deactivateAccount", "password");

  private final ConsumerLoops loops;
  private final SqlTransactions transactions;
  private final GrantService grants;
  private final ConfigDirectory directory;

  UserEventsConsumer(
      ConsumerLoops loops,
      SqlTransactions transactions,
      GrantService grants,
      ConfigDirectory directory) {
    this.loops = loops;
    this.transactions = transactions;
    this.grants = grants;
    this.directory = directory;
  }

  void start(@Observes StartupEvent started) {
    loops.work("grants", "user-events", transactions, this);
  }

  @Override
  public boolean concernsType(String type) {
    return type.equals(DELETED) || type.equals(UPDATED);
  }

  @Override
  public boolean concerns(ReceivedEvent event) {
    return event.type().equals(DELETED) || event.names(ENDING);
  }

  @Override
  public Uni<Void> handle(Tx tx, ReceivedEvent event) {
    return ofRecord(
        event, data -> event.type().equals(DELETED) ? remove(tx, data) : updated(tx, event));
  }

  /** The message stays in the topic, and nothing that it could have ended is lost by waiting. */
  @Override
  public Uni<Void> park(Tx tx, UnreadableMessage message) {
    LOG.errorf(
        "passed over a message that is no event: %s-%d offset %d",
        message.topic(), message.partition(), message.offset());
    return nothing();
  }

  /** Trying an event again that names no record would stop all others behind it. */
  private static Uni<Void> ofRecord(ReceivedEvent event, Function<JsonNode, Uni<Void>> effect) {
    try {
      recordUuid(event.data());
      UUID.fromString(event.data().path("customerId").asText());
    } catch (IllegalArgumentException noUuid) {
      LOG.errorf("passed over event %s, which names no record", event.id());
      return nothing();
    }
    return effect.apply(event.data());
  }

  private Uni<Void> remove(Tx tx, JsonNode data) {
    return grants
        .remove(
            tx,
            data.path("applicationId").asText(),
            data.path("entityType").asText(),
            recordUuid(data))
        .replaceWithVoid();
  }

  /** A deactivated account may have no tokens here and sessions elsewhere, so it is always told. */
  private Uni<Void> updated(Tx tx, ReceivedEvent event) {
    return event.names(DEACTIVATION)
        ? ofKnown(event, what -> grants.revoke(tx, what, context(event.data())))
        : ofKnown(event, what -> passwordChanged(tx, what, event.data()));
  }

  /**
   * Whoever changed the password has revoked the rest already; this ends what a crash or a sign-in
   * with the old password, which was under way, has left.
   */
  private Uni<Integer> passwordChanged(Tx tx, Revocation what, JsonNode data) {
    return revokes(data.path("clientId").asText(null))
        .chain(
            revokes ->
                revokes ? grants.revokeOthers(tx, what, context(data)) : Uni.createFrom().item(0));
  }

  private Uni<Boolean> revokes(String clientId) {
    return clientId == null
        ? Uni.createFrom().item(true)
        : directory
            .client(clientId)
            .map(found -> found.map(PasswordChangePolicy::revokes).orElse(true));
  }

  private Uni<Void> ofKnown(ReceivedEvent event, Function<Revocation, Uni<Integer>> effect) {
    return directory
        .application(event.data().path("applicationId").asText())
        .chain(
            found ->
                found
                    .map(it -> record(event.data(), it.primaryDomain()))
                    .map(record -> effect.apply(new Revocation(record, event.time())))
                    .orElseGet(() -> Uni.createFrom().item(0)))
        .replaceWithVoid();
  }

  private static RecordRef record(JsonNode data, String primaryDomain) {
    return new RecordRef(
        UUID.fromString(data.path("customerId").asText()),
        data.path("applicationId").asText(),
        primaryDomain,
        data.path("entityType").asText(),
        recordUuid(data));
  }

  private static CallContext context(JsonNode data) {
    String client = data.path("clientId").asText(null);
    Origin origin =
        data.path("origin").isObject()
            ? Json.read(data.path("origin"), Origin.class)
            : Origin.none();
    return new CallContext(data.path("correlationId").asText(), client, origin);
  }

  private static UUID recordUuid(JsonNode data) {
    return UUID.fromString(data.path("recordUuid").asText());
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }
}

package org.vestibule.entity.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.vestibule.entity.account.AddressProof;
import org.vestibule.entity.filter.Filter;
import org.vestibule.entity.record.ChangedRecord;
import org.vestibule.entity.record.Expected;
import org.vestibule.entity.record.More;
import org.vestibule.entity.record.RecordService;
import org.vestibule.entity.record.RecordState;
import org.vestibule.entity.record.Selected;
import org.vestibule.entity.record.Stamps;
import org.vestibule.entity.record.Target;
import org.vestibule.entity.schema.Schema;
import org.vestibule.platform.internal.InternalClient;
import org.vestibule.platform.internal.InternalClients;
import org.vestibule.platform.internal.InternalResponse;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.StandardProblem;

/**
 * Lets auth-service end what was granted before a password changed, all but the token that makes
 * the change. Should the second call be lost, auth-service does the same on the event. Whoever
 * chooses a password after reading the mail that recovers it has the account alone.
 */
@Singleton
public class PasswordChanges {
  private static final Logger LOG = Logger.getLogger(PasswordChanges.class);
  private static final String PASSWORD = "password";

  private final InternalClient auth;
  private final RecordService records;
  private final Stamps stamps;

  /** Takes the way to auth-service and what ends identities. */
  public PasswordChanges(InternalClients internal, RecordService records, Stamps stamps) {
    this.auth = internal.to("auth");
    this.records = records;
    this.stamps = stamps;
  }

  /** The same where the content of a place is replaced: what is not given becomes null. */
  Uni<ChangedRecord> around(TypedCall call, Target place, ObjectNode attributes, Write write) {
    return around(call, place.isRecord() ? whole(call, attributes) : attributes, write);
  }

  private static ObjectNode whole(TypedCall call, ObjectNode attributes) {
    ObjectNode whole = Json.object();
    call.sight().writable().root().children().keySet().forEach(whole::putNull);
    return whole.setAll(attributes);
  }

  /** Around a change by the attributes. */
  Uni<ChangedRecord> around(TypedCall call, ObjectNode attributes, Write write) {
    return announce(call, attributes.has(PASSWORD))
        .map(answer -> proof(call, attributes, answer))
        .chain(
            proof ->
                write
                    .with(state -> proven(call, attributes, proof, state))
                    .call(changed -> conclude(call, proof, changed)));
  }

  /** The caller's token is marked before there is anything to outlive. */
  private Uni<JsonNode> announce(TypedCall call, boolean isConcerned) {
    return isConcerned && call.call().caller().isToken()
        ? auth.post("/internal/grants/keep", token(call), call.context())
            .invoke(PasswordChanges::requireDone)
            .map(InternalResponse::body)
        : Uni.createFrom().item(Json.object());
  }

  /** Only who chooses a password takes an account over by a mail. */
  private static Optional<AddressProof> proof(
      TypedCall call, ObjectNode attributes, JsonNode answer) {
    boolean verifies = call.call().caller().client().booleanSetting("verify_email_on_reset", false);
    return Optional.ofNullable(answer.path("provenAddress").textValue())
        .filter(address -> attributes.hasNonNull(PASSWORD))
        .map(address -> AddressProof.ofEmail(address, verifies));
  }

  private More proven(
      TypedCall call, ObjectNode attributes, Optional<AddressProof> proof, RecordState state) {
    return proof
        .filter(it -> it.isFirstOf(state))
        .map(it -> it.staying(attributes, state))
        .map(it -> it.values(call.type().schema(), state, stamps.now()))
        .map(AddressProof::flagged)
        .orElseGet(More::none);
  }

  /** After the change is committed. */
  private Uni<Void> conclude(TypedCall call, Optional<AddressProof> proof, ChangedRecord changed) {
    Optional<AddressProof> first = proof.filter(it -> it.isFirstOf(changed.before()));
    boolean revokes =
        changed.names().contains(PASSWORD) && (first.isPresent() || revokesOnChange(call));
    return (revokes ? revokeOthers(call, changed) : nothing())
        .chain(() -> first.map(it -> sweep(call, it, changed)).orElseGet(PasswordChanges::nothing));
  }

  private static boolean revokesOnChange(TypedCall call) {
    return call.call().caller().client().booleanSetting("revoke_access_on_password_change", true);
  }

  private Uni<Void> revokeOthers(TypedCall call, ChangedRecord changed) {
    return auth.post("/internal/grants/revoke-others", record(call, changed), call.context())
        .invoke(PasswordChanges::requireDone)
        .onFailure()
        .invoke(failure -> LOG.warnf("left to the event: %s", failure.getMessage()))
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }

  /**
   * Between the first proof of an address and the end of the tokens before it, somebody else may
   * have linked an identity once more.
   */
  private Uni<Void> sweep(TypedCall call, AddressProof proof, ChangedRecord changed) {
    Schema schema = call.type().schema();
    Selected record = new Selected(Filter.byUuid(changed.record().uuid()), Expected.ANYTHING);
    ObjectNode emptied = Json.object().putNull(proof.ends());
    return schema.root().child(proof.ends()).isEmpty()
        ? nothing()
        : records
            .changed(call.type(), schema, record, emptied, proof::refuseEmpty, call.context())
            .replaceWithVoid()
            .onFailure(AddressProof.NothingLeft.class)
            .recoverWithNull();
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }

  private static ObjectNode token(TypedCall call) {
    return Json.object()
        .put("applicationId", call.type().applicationId())
        .put("tokenSha256", call.call().caller().tokenSha256().orElseThrow());
  }

  private static ObjectNode record(TypedCall call, ChangedRecord changed) {
    return Json.object()
        .put("applicationId", call.type().applicationId())
        .put("entityType", call.type().name())
        .put("recordUuid", changed.record().uuid().toString());
  }

  private static void requireDone(InternalResponse response) {
    if (!response.isOk()) {
      throw new StandardProblem.Unavailable("auth-service answered " + response.status())
          .exception();
    }
  }

  /** A change with more, which depends on the record as it is and wins. */
  interface Write {
    Uni<ChangedRecord> with(Function<RecordState, More> more);
  }
}

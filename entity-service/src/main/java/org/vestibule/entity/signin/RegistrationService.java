package org.vestibule.entity.signin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.entity.filter.Filter;
import org.vestibule.entity.problem.Refusal;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.record.FittingValues;
import org.vestibule.entity.record.RecordReader;
import org.vestibule.entity.record.RecordService;
import org.vestibule.entity.record.RecordState;
import org.vestibule.entity.record.StoredRecord;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.capture.problem.CaptureCode;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ProblemException;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/** Registers people, once per key however often the call is repeated. */
@Singleton
public class RegistrationService {
  private static final String PROFILES = "profiles";

  private final RecordService records;
  private final RegistrationRepository registrations;
  private final SqlTransactions transactions;
  private final SignInMarks marks;
  private final RecordReader reader;

  /** Takes the steps of a registration. */
  public RegistrationService(
      RecordService records,
      RegistrationRepository registrations,
      SqlTransactions transactions,
      SignInMarks marks,
      RecordReader reader) {
    this.records = records;
    this.registrations = registrations;
    this.transactions = transactions;
    this.marks = marks;
    this.reader = reader;
  }

  /** Creates the record and notes the sign-in that follows. */
  public Uni<RegistrationOutcome> register(
      EntityType type, RegistrationRequest request, String key, CallContext call) {
    return Uni.createFrom()
        .deferred(() -> create(type, request, key, call))
        .<RegistrationOutcome>map(record -> created(type, request, record))
        .onFailure(Refusal::is)
        .recoverWithUni(refusal -> repeated(type, request, key, refusal));
  }

  private Uni<StoredRecord> create(
      EntityType type, RegistrationRequest request, String key, CallContext call) {
    ObjectNode attributes = request.attributes().deepCopy();
    attributes.setAll(marks.of(type.schema(), Json.object(), request.clientId()));
    if (request.social() != null) {
      attributes.putArray(PROFILES).add(fitting(type, request.social()));
    }
    return records.create(
        type, type.schema(), attributes, call, (tx, record) -> remember(tx, type, key, record));
  }

  private static ObjectNode fitting(EntityType type, ObjectNode social) {
    return type.schema()
        .root()
        .child(PROFILES)
        .map(profiles -> FittingValues.of(profiles, social))
        .orElseThrow(() -> Violations.unknownAttribute("/" + PROFILES));
  }

  private Uni<Void> remember(Tx tx, EntityType type, String key, StoredRecord record) {
    if (key == null) {
      return Uni.createFrom().voidItem();
    }
    return registrations
        .insert(tx, type.applicationId(), key, type.id(), record.uuid())
        .invoke(RegistrationService::requireNew)
        .replaceWithVoid();
  }

  private static void requireNew(boolean isNew) {
    if (!isNew) {
      throw CaptureProblem.of(CaptureCode.UNIQUE_VIOLATION, "this key was used before").exception();
    }
  }

  private Uni<RegistrationOutcome> repeated(
      EntityType type, RegistrationRequest request, String key, Throwable refusal) {
    RegistrationOutcome refused =
        new RegistrationOutcome.Refused((CaptureProblem) ((ProblemException) refusal).problem());
    return first(type, key)
        .chain(
            found ->
                found
                    .map(uuid -> created(type, request, uuid))
                    .orElseGet(() -> Uni.createFrom().item(refused)));
  }

  private Uni<Optional<UUID>> first(EntityType type, String key) {
    return key == null
        ? Uni.createFrom().item(Optional.empty())
        : transactions.read(tx -> registrations.find(tx, type.applicationId(), key, type.id()));
  }

  private Uni<RegistrationOutcome> created(
      EntityType type, RegistrationRequest request, UUID uuid) {
    return reader
        .stateOf(type, Filter.byUuid(uuid))
        .map(found -> found.orElseThrow(Violations::recordNotFound))
        .map(state -> created(type, request, state));
  }

  private static RegistrationOutcome created(
      EntityType type, RegistrationRequest request, RecordState state) {
    ObjectNode profile = Profiles.of(type, state, request.clientId());
    return new RegistrationOutcome.Created(state.uuid(), state.id(), profile);
  }

  private static RegistrationOutcome created(
      EntityType type, RegistrationRequest request, StoredRecord record) {
    ObjectNode profile = Profiles.of(type, record, request.clientId());
    return new RegistrationOutcome.Created(record.uuid(), record.id(), profile);
  }
}

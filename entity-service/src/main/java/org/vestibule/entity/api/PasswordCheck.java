package org.vestibule.entity.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.vestibule.entity.credential.Passwords;
import org.vestibule.entity.credential.StoredPassword;
import org.vestibule.entity.filter.Filter;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.record.RecordReader;
import org.vestibule.entity.record.StoredRecord;
import org.vestibule.entity.record.Target;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.platform.capture.directory.ClientView;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.internal.InternalClient;
import org.vestibule.platform.internal.InternalClients;
import org.vestibule.platform.internal.InternalResponse;
import org.vestibule.platform.json.Json;

/** The check of a password that comes with a read; it counts as an attempt before it is made. */
@Singleton
public class PasswordCheck {
  private static final String ATTRIBUTE = "password_attribute";
  private static final String VALUE = "password_value";
  private static final int ATTEMPTS = 6;
  private static final int WINDOW_SECONDS = 60;

  private final RecordReader reader;
  private final Passwords passwords;
  private final InternalClient auth;

  /** Takes the stored passwords and the way to the attempt counters. */
  public PasswordCheck(RecordReader reader, Passwords passwords, InternalClients internal) {
    this.reader = reader;
    this.passwords = passwords;
    this.auth = internal.to("auth", "attempts");
  }

  /** Refuses one of the two arguments without the other. */
  static void requireBoth(Arguments arguments) {
    if (arguments.text(ATTRIBUTE).isPresent() || arguments.text(VALUE).isPresent()) {
      arguments.required(ATTRIBUTE);
      arguments.required(VALUE);
    }
  }

  /** Fails when the call brings a password that is not the record's (350). */
  Uni<Void> check(TypedCall call, StoredRecord record) {
    Arguments arguments = call.call().arguments();
    return arguments.text(ATTRIBUTE).isEmpty()
        ? Uni.createFrom().voidItem()
        : check(call, record, arguments.required(ATTRIBUTE), arguments.required(VALUE));
  }

  private Uni<Void> check(TypedCall call, StoredRecord record, String attribute, String value) {
    Target place = Target.parse(attribute, call.sight().readable());
    if (place.isRecord() || place.attribute().type() != AttributeType.PASSWORD) {
      throw Violations.invalidArgument(ATTRIBUTE, "it is not a password");
    }
    return admitted(call, record)
        .chain(() -> stored(call, record, place))
        .chain(stored -> passwords.matches(stored, value))
        .invoke(PasswordCheck::requireMatch)
        .replaceWithVoid();
  }

  private Uni<Optional<StoredPassword>> stored(TypedCall call, StoredRecord record, Target place) {
    return reader
        .stateOf(call.type(), Filter.byId(record.id()))
        .map(found -> found.flatMap(state -> state.password(place)));
  }

  private Uni<Void> admitted(TypedCall call, StoredRecord record) {
    ClientView client = call.call().caller().client();
    ObjectNode attempt =
        Json.object()
            .put("applicationId", call.type().applicationId())
            .put("recordUuid", record.uuid().toString())
            .put("limit", client.intSetting("login_attempts", ATTEMPTS))
            .put("windowSeconds", client.intSetting("login_attempts_threshold", WINDOW_SECONDS));
    return auth.post("/internal/attempts", attempt, call.context())
        .invoke(PasswordCheck::requireAdmitted)
        .replaceWithVoid();
  }

  private static void requireAdmitted(InternalResponse response) {
    if (!response.body().path("admitted").asBoolean()) {
      throw CaptureProblem.tooMany("too many login attempts").exception();
    }
  }

  private static void requireMatch(boolean matches) {
    if (!matches) {
      throw Violations.wrongPassword();
    }
  }
}

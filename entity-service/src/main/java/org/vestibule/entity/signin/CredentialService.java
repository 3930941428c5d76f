package org.vestibule.entity.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.vestibule.entity.credential.PasswordInput;
import org.vestibule.entity.credential.Passwords;
import org.vestibule.entity.credential.StoredPassword;
import org.vestibule.entity.filter.Filter;
import org.vestibule.entity.record.RecordReader;
import org.vestibule.entity.record.RecordService;
import org.vestibule.entity.record.RecordState;
import org.vestibule.entity.type.Conditions;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.http.CallContext;

/**
 * Checks passwords where the records live. Unknown identifiers, wrong passwords and records without
 * one cost the same statements and the same hash.
 */
@Singleton
public class CredentialService {
  private static final String PASSWORD = "password";
  private static final String DEACTIVATED = "deactivateAccount";

  private final Conditions conditions;
  private final RecordReader reader;
  private final RecordService records;
  private final Passwords passwords;
  private final SignInMarks marks;

  /** Takes the steps of a check. */
  public CredentialService(
      Conditions conditions,
      RecordReader reader,
      RecordService records,
      Passwords passwords,
      SignInMarks marks) {
    this.conditions = conditions;
    this.reader = reader;
    this.records = records;
    this.passwords = passwords;
    this.marks = marks;
  }

  /** Checks a password and, on a match, notes the sign-in. */
  public Uni<CredentialCheck> check(EntityType type, CredentialRequest request, CallContext call) {
    Filter where =
        conditions.byIdentifier(type, request.identifierAttribute(), request.identifier());
    return reader
        .candidate(type, where)
        .map(found -> new Attempt(type, request, call, found))
        .chain(this::verify);
  }

  private Uni<CredentialCheck> verify(Attempt attempt) {
    return passwords
        .matches(attempt.stored(), attempt.request().password())
        .chain(matches -> matches ? admitted(attempt) : Uni.createFrom().item(mismatch(attempt)));
  }

  private Uni<CredentialCheck> admitted(Attempt attempt) {
    RecordState state = attempt.found().orElseThrow();
    JsonNode since = state.doc().path(DEACTIVATED);
    if (since.isTextual()) {
      return Uni.createFrom().item(new CredentialCheck.Deactivated(state.uuid(), since.asText()));
    }
    return attempt.request().bookkeeping()
        ? noted(attempt, state).map(record -> match(attempt, state, record))
        : Uni.createFrom().item(match(attempt, state, state));
  }

  private Uni<RecordState> noted(Attempt attempt, RecordState state) {
    return rehashed(attempt)
        .chain(
            hash ->
                records.amend(
                    attempt.type(),
                    state,
                    now -> changes(attempt, now, hash),
                    Set.of(PASSWORD),
                    attempt.call()));
  }

  private Uni<Optional<StoredPassword>> rehashed(Attempt attempt) {
    return passwords.isOutdated(attempt.stored().orElseThrow())
        ? passwords.hash(attempt.request().password()).map(Optional::of)
        : Uni.createFrom().item(Optional.empty());
  }

  private ObjectNode changes(Attempt attempt, RecordState now, Optional<StoredPassword> hash) {
    String clientId = attempt.request().clientId();
    ObjectNode changes = marks.of(attempt.type().schema(), now.doc(), clientId);
    // A password that was changed meanwhile must not be overwritten by the old one.
    hash.filter(it -> now.password().equals(attempt.stored()))
        .ifPresent(it -> changes.set(PASSWORD, new POJONode(new PasswordInput.Hashed(it))));
    return changes;
  }

  private static CredentialCheck match(Attempt attempt, RecordState seen, RecordState now) {
    String clientId = attempt.request().clientId();
    ObjectNode profile = Profiles.of(attempt.type(), now, clientId);
    boolean wasKnown = SignInMarks.knows(seen.doc(), clientId);
    return new CredentialCheck.Match(seen.uuid(), seen.id(), profile, wasKnown);
  }

  private static CredentialCheck mismatch(Attempt attempt) {
    return new CredentialCheck.Mismatch(attempt.found().map(RecordState::uuid));
  }

  private record Attempt(
      EntityType type, CredentialRequest request, CallContext call, Optional<RecordState> found) {
    Optional<StoredPassword> stored() {
      return found.flatMap(RecordState::password);
    }
  }
}

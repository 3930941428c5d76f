package org.vestibule.entity.social;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.vestibule.entity.record.RecordReader;
import org.vestibule.entity.record.RecordService;
import org.vestibule.entity.record.RecordState;
import org.vestibule.entity.schema.Constraint;
import org.vestibule.entity.signin.Profiles;
import org.vestibule.entity.signin.SignInMarks;
import org.vestibule.entity.social.SocialOutcome.AddressInUse;
import org.vestibule.entity.social.SocialOutcome.Admitted;
import org.vestibule.entity.social.SocialOutcome.Deactivated;
import org.vestibule.entity.social.SocialOutcome.Nothing;
import org.vestibule.entity.type.Conditions;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.json.Json;

/**
 * Signs people in by a social identity: the record that has it, else the one whose address the
 * provider vouches for (authentication.md 10.2).
 */
@Singleton
public class SocialSignInService {
  private static final String IDENTIFIER = "profiles.identifier";
  private static final String EMAIL = "email";

  private final Conditions conditions;
  private final RecordReader reader;
  private final RecordService records;
  private final SignInMarks marks;

  /** Takes the steps of a sign-in. */
  public SocialSignInService(
      Conditions conditions, RecordReader reader, RecordService records, SignInMarks marks) {
    this.conditions = conditions;
    this.reader = reader;
    this.records = records;
    this.marks = marks;
  }

  /** Finds the record, writes the sign-in and what the provider told into it. */
  public Uni<SocialOutcome> signIn(EntityType type, SocialSignIn request, CallContext call) {
    SocialEntry entry = request.entry();
    return reader
        .stateOf(type, conditions.byIdentifier(type, IDENTIFIER, entry.identifier()))
        .map(found -> found.filter(state -> entry.in(state.doc()).isPresent()))
        .chain(
            found ->
                found
                    .map(state -> admit(type, state, request, holds(entry), call))
                    .orElseGet(() -> byAddress(type, request, call)));
  }

  private static Predicate<RecordState> holds(SocialEntry entry) {
    return state -> entry.in(state.doc()).isPresent();
  }

  private Uni<SocialOutcome> byAddress(EntityType type, SocialSignIn request, CallContext call) {
    return request.verifiedEmail() == null || !isEmailUnique(type)
        ? Uni.createFrom().item(Nothing.NONE)
        : reader
            .stateOf(type, conditions.byIdentifier(type, EMAIL, request.verifiedEmail()))
            .chain(
                found ->
                    found
                        .map(state -> meet(type, state, request, call))
                        .orElseGet(() -> Uni.createFrom().item(Nothing.NONE)));
  }

  private static boolean isEmailUnique(EntityType type) {
    return type.schema().root().child(EMAIL).filter(it -> it.has(Constraint.UNIQUE)).isPresent();
  }

  /**
   * An address that nobody has proved to be the account's may have been typed by somebody who waits
   * for its owner: such a record never takes an identity in silence. One that has the identity by
   * now was made since the first look.
   */
  private Uni<SocialOutcome> meet(
      EntityType type, RecordState state, SocialSignIn request, CallContext call) {
    Predicate<RecordState> holds = holds(request.entry());
    Predicate<RecordState> proved = now -> isProved(new SocialRecord(now), request);
    if (holds.test(state)) {
      return admit(type, state, request, holds, call);
    }
    return request.silentMerge() && proved.test(state)
        ? admit(type, state, request, proved, call)
        : Uni.createFrom().item(inUse(state));
  }

  private static boolean isProved(SocialRecord record, SocialSignIn request) {
    return record.isEmailVerified() && request.isVerified(record.email());
  }

  private static AddressInUse inUse(RecordState state) {
    return new AddressInUse(state.uuid(), new SocialRecord(state).provider());
  }

  /** The ground of the sign-in must hold for the record as it is when it is written. */
  private Uni<SocialOutcome> admit(
      EntityType type,
      RecordState state,
      SocialSignIn request,
      Predicate<RecordState> ground,
      CallContext call) {
    Function<RecordState, ObjectNode> values = now -> values(type, now, request, ground);
    return Uni.createFrom()
        .deferred(() -> records.amend(type, state, values, Set.of(), call))
        .<SocialOutcome>map(record -> admitted(type, record, request.clientId()))
        .onFailure(Overtaken.class)
        .recoverWithItem(failure -> ((Overtaken) failure).outcome());
  }

  private ObjectNode values(
      EntityType type, RecordState now, SocialSignIn request, Predicate<RecordState> ground) {
    refuse(now, request, ground).ifPresent(SocialSignInService::overtake);
    ArrayNode profiles = Json.array();
    request.entry().put(type.schema(), now.doc()).ifPresent(profiles::add);
    request.merged().flatMap(it -> it.put(type.schema(), now.doc())).ifPresent(profiles::add);
    ObjectNode values = marks.of(type.schema(), now.doc(), request.clientId());
    if (!profiles.isEmpty()) {
      values.set(SocialEntry.PROFILES, profiles);
    }
    return values;
  }

  private static Optional<SocialOutcome> refuse(
      RecordState now, SocialSignIn request, Predicate<RecordState> ground) {
    if (!ground.test(now)) {
      return Optional.of(Nothing.NONE);
    }
    if (new SocialRecord(now).isDeactivated()) {
      return Optional.of(new Deactivated(now.uuid()));
    }
    return request.mayMergeInto(now.uuid()) ? Optional.empty() : Optional.of(Nothing.ELSEWHERE);
  }

  private static void overtake(SocialOutcome outcome) {
    throw new Overtaken(outcome);
  }

  static SocialOutcome admitted(EntityType type, RecordState record, String clientId) {
    return new Admitted(record.uuid(), record.id(), Profiles.of(type, record, clientId));
  }
}

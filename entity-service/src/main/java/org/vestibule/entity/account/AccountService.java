package org.vestibule.entity.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.vestibule.entity.account.ChangeOutcome.Unchanged;
import org.vestibule.entity.credential.Passwords;
import org.vestibule.entity.filter.Filter;
import org.vestibule.entity.record.ChangedRecord;
import org.vestibule.entity.record.Expected;
import org.vestibule.entity.record.More;
import org.vestibule.entity.record.RecordKey;
import org.vestibule.entity.record.RecordReader;
import org.vestibule.entity.record.RecordService;
import org.vestibule.entity.record.RecordState;
import org.vestibule.entity.record.Selected;
import org.vestibule.entity.record.Stamps;
import org.vestibule.entity.signin.Profiles;
import org.vestibule.entity.type.Conditions;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.json.Json;

/** Finds and changes one person's record for the service that talks to the person. */
@Singleton
public class AccountService {
  private static final String EMAIL = "email";

  private final Conditions conditions;
  private final RecordReader reader;
  private final RecordService records;
  private final Passwords passwords;
  private final Stamps stamps;

  /** Takes the steps of a look-up and of a change. */
  public AccountService(
      Conditions conditions,
      RecordReader reader,
      RecordService records,
      Passwords passwords,
      Stamps stamps) {
    this.conditions = conditions;
    this.reader = reader;
    this.records = records;
    this.passwords = passwords;
    this.stamps = stamps;
  }

  /** The record that is named, with its profile when a client's view is asked for. */
  public Uni<Optional<AccountView>> find(EntityType type, AccountSelector selector) {
    Filter where = selector.where(type, conditions);
    return selector.clientId() == null
        ? reader.locate(type, where).map(found -> found.map(it -> new AccountView(it, false, null)))
        : reader
            .stateOf(type, where)
            .map(found -> found.map(state -> seen(type, state, selector.clientId())));
  }

  private static AccountView seen(EntityType type, RecordState state, String clientId) {
    RecordKey key = new RecordKey(state.id(), state.uuid());
    ObjectNode profile = Profiles.of(type, state, clientId);
    return new AccountView(key, state.password().isPresent(), profile);
  }

  /** Changes a record, after its password was compared when that is asked for. */
  public Uni<ChangeOutcome> change(
      EntityType type, UUID uuid, AccountChange change, CallContext call) {
    return reader
        .stateOf(type, Filter.byUuid(uuid))
        .chain(
            found ->
                found
                    .map(state -> change(type, state, change, call))
                    .orElseGet(() -> Uni.createFrom().item(Unchanged.GONE)));
  }

  private Uni<ChangeOutcome> change(
      EntityType type, RecordState state, AccountChange change, CallContext call) {
    if (change.password().isEmpty()) {
      return write(type, state, change, call);
    }
    return state.password().isEmpty()
        ? Uni.createFrom().item(Unchanged.NO_PASSWORD)
        : passwords
            .matches(state.password(), change.currentPassword())
            .chain(
                matches ->
                    matches
                        ? write(type, state, change, call)
                        : Uni.createFrom().item(Unchanged.WRONG_PASSWORD));
  }

  private Uni<ChangeOutcome> write(
      EntityType type, RecordState seen, AccountChange change, CallContext call) {
    Selected selected = new Selected(Filter.byId(seen.id()), Expected.ANYTHING);
    Function<RecordState, More> more = now -> more(type, seen, now, change);
    return records
        .changed(type, type.schema(), selected, change.values(), more, call)
        .map(done -> changed(type, done, change))
        .onFailure(Overtaken.class)
        .recoverWithItem(failure -> ((Overtaken) failure).outcome());
  }

  /** Decided while the record is locked: what was checked before must still hold. */
  private More more(EntityType type, RecordState seen, RecordState now, AccountChange change) {
    if (change.password().isPresent() && !now.password().equals(seen.password())) {
      throw new Overtaken(Unchanged.WRONG_PASSWORD);
    }
    if (change.expect() != null && !holds(change.expect(), now)) {
      throw new Overtaken(Unchanged.DIFFERENT);
    }
    ObjectNode more = Json.object();
    if (change.stamp() != null) {
      more.setAll(Stamp.of(type.schema(), change.stamp(), stamps.now()));
    }
    boolean isFirstProof = isFirstProof(change, now);
    if (isFirstProof) {
      more.setAll(change.proof().values(type.schema(), now, stamps.now()));
    }
    if (change.unverify() != null && isReplaced(change, now)) {
      more.putNull(change.unverify().by());
    }
    return isFirstProof ? AddressProof.flagged(more) : More.of(more);
  }

  private static boolean holds(AccountChange.Expectation expected, RecordState now) {
    String actual = now.doc().path(expected.attribute()).asText("");
    return Digests.constantTimeEquals(Digests.sha256Hex(actual), expected.sha256());
  }

  private static boolean isFirstProof(AccountChange change, RecordState before) {
    return change.proof() != null && change.proof().isFirstOf(before);
  }

  private static boolean isReplaced(AccountChange change, RecordState now) {
    String attribute = change.unverify().attribute();
    JsonNode given = change.values().get(attribute);
    return given != null && !given.equals(now.doc().get(attribute));
  }

  private ChangeOutcome changed(EntityType type, ChangedRecord done, AccountChange change) {
    return new ChangeOutcome.Changed(
        done.record().uuid(),
        done.names(),
        done.before().doc().path(EMAIL),
        isFirstProof(change, done.before()),
        Profiles.of(type, done.record(), change.clientId()));
  }

  /** Ends a change whose ground is gone; the transaction is rolled back by it. */
  private static final class Overtaken extends RuntimeException {
    private final transient ChangeOutcome outcome;

    Overtaken(ChangeOutcome outcome) {
      super(null, null, false, false);
      this.outcome = outcome;
    }

    ChangeOutcome outcome() {
      return outcome;
    }
  }
}

package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.vestibule.entity.filter.Filter;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.Schema;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/** Creates, changes and removes records of any entity type. */
@Singleton
public class RecordService {
  private static final int DEADLOCK_RETRIES = 2;

  private final Drafts drafts;
  private final PasswordHashing hashing;
  private final RecordRepository repository;
  private final RecordWriter writer;
  private final Subjects subjects;
  private final SqlTransactions transactions;
  private final Stamps stamps;

  /** Takes the steps of a write. */
  public RecordService(
      Drafts drafts,
      PasswordHashing hashing,
      RecordRepository repository,
      RecordWriter writer,
      Subjects subjects,
      SqlTransactions transactions,
      Stamps stamps) {
    this.drafts = drafts;
    this.hashing = hashing;
    this.repository = repository;
    this.writer = writer;
    this.subjects = subjects;
    this.transactions = transactions;
    this.stamps = stamps;
  }

  /** Creates a record from attributes that the writer may set. */
  public Uni<StoredRecord> create(
      EntityType type, Schema writable, ObjectNode attributes, CallContext call) {
    return create(type, writable, attributes, call, (tx, record) -> Uni.createFrom().voidItem());
  }

  /** The same with a side step in the transaction. */
  public Uni<StoredRecord> create(
      EntityType type,
      Schema writable,
      ObjectNode attributes,
      CallContext call,
      BiFunction<Tx, StoredRecord, Uni<Void>> sideStep) {
    Draft draft = drafts.forNew(type, writable, attributes);
    Content.ofNew(type.enforced(), draft.values(), Folding.ASCII_ONLY);
    RecordRow blank = stamps.blank(draft.created());
    return hashing
        .hash(draft.values())
        .chain(() -> subjects.maker(type, call))
        .chain(
            events ->
                transactions.run(
                    tx ->
                        writer
                            .insert(tx, type, blank, draft.values(), events)
                            .map(row -> new StoredRecord(type, row))
                            .call(record -> sideStep.apply(tx, record))));
  }

  /** Merges attributes into a record. */
  public Uni<StoredRecord> update(
      EntityType type,
      Schema writable,
      Selected selected,
      ObjectNode attributes,
      CallContext call) {
    return changed(type, writable, selected, attributes, state -> More.none(), call)
        .map(ChangedRecord::record);
  }

  /**
   * The same with more, which depends on the record as it is and wins.
   *
   * @param more may refuse the change by a problem
   */
  public Uni<ChangedRecord> changed(
      EntityType type,
      Schema writable,
      Selected selected,
      ObjectNode attributes,
      Function<RecordState, More> more,
      CallContext call) {
    Change change = change(type, writable, selected, attributes).and(more);
    return hashedIfPlain(type, writable, attributes, change)
        .chain(ready -> written(type, ready, call));
  }

  /**
   * Gives a record, or a place in it, exactly the attributes, as far as the writer may, and more,
   * which depends on the record as it is and wins.
   */
  public Uni<ChangedRecord> replaced(
      EntityType type,
      Replacement replacement,
      Selected selected,
      ObjectNode attributes,
      Function<RecordState, More> more,
      CallContext call) {
    Change change = replacement(type, replacement, selected, attributes).and(more);
    return hashedIfPlain(type, replacement.writable(), attributes, change)
        .chain(ready -> written(type, ready, call));
  }

  private Uni<Change> hashedIfPlain(
      EntityType type, Schema writable, ObjectNode attributes, Change change) {
    return PlainPasswords.areIn(writable.root(), attributes)
        ? hashed(type, change)
        : Uni.createFrom().item(change);
  }

  private Change change(
      EntityType type, Schema writable, Selected selected, ObjectNode attributes) {
    InputNames.checkChange(writable.root(), attributes);
    Function<RecordState, Draft> draft =
        state -> drafts.forChange(type, writable, attributes, state.doc());
    return Change.of(selected.where(), selected.expected(), draft);
  }

  private Change replacement(
      EntityType type, Replacement replacement, Selected selected, ObjectNode attributes) {
    Schema writable = replacement.writable();
    InputNames.checkChange(writable.root(), attributes);
    boolean wholly = replacement.place().isRecord();
    Function<RecordState, Draft> draft =
        state ->
            wholly
                ? drafts.forReplacement(type, writable, attributes, state.doc())
                : drafts.forPlace(type, writable, attributes, state.doc());
    return Change.of(selected.where(), selected.expected(), draft).replacing(replacement);
  }

  /**
   * Sets what depends on a record that was just read; used by the service itself, without plain
   * passwords. Only when somebody wrote the record since, it is read again and locked.
   *
   * @param silent attributes whose change nobody is told of
   */
  public Uni<RecordState> amend(
      EntityType type,
      RecordState known,
      Function<RecordState, ObjectNode> values,
      Set<String> silent,
      CallContext call) {
    Patch patch = Patch.of(type, known, values.apply(known), stamps.now());
    Function<RecordState, Draft> draft = state -> Draft.ready(values.apply(state));
    Change change = Change.of(Filter.byId(known.id()), Expected.ANYTHING, draft).silently(silent);
    return subjects
        .maker(type, call)
        .chain(
            events ->
                patch.hasPassword() || events.versions() > 0
                    ? amended(type, change, events)
                    : patched(type, known, patch, events)
                        .onFailure(Moved.class)
                        .recoverWithUni(() -> amended(type, change, events)));
  }

  private Uni<RecordState> patched(
      EntityType type, RecordState known, Patch patch, Subjects.Maker events) {
    return writer
        .patched(type, known, patch, events)
        .map(it -> patched(type, it))
        .orElseGet(() -> transactions.run(tx -> writer.patch(tx, type, known, patch, events)));
  }

  private Uni<RecordState> patched(EntityType type, RecordWriter.Patched patched) {
    return transactions
        .write(patched.write())
        .invoke(Moved::refuse)
        .replaceWith(patched.after())
        .onFailure()
        .transform(failure -> UniqueConflicts.translate(type, failure));
  }

  private Uni<RecordState> amended(EntityType type, Change change, Subjects.Maker events) {
    return transactions
        .run(tx -> update(tx, type, change, events))
        .map(written -> RecordState.of(type, written.row()));
  }

  /** Empties a place of a record. */
  public Uni<StoredRecord> clear(
      EntityType type, Schema writable, Selected selected, Target place, CallContext call) {
    if (place.isElement()) {
      HiddenAttributes.refuseRemoval(type.schema(), place);
      return without(type, selected, state -> place, call).map(ChangedRecord::record);
    }
    return update(type, writable, selected, place.cleared(), call);
  }

  /**
   * Removes an element that depends on the record as it is when it is locked.
   *
   * @param element may refuse the removal by failing
   */
  public Uni<ChangedRecord> without(
      EntityType type, Selected selected, Function<RecordState, Target> element, CallContext call) {
    return written(type, Change.removal(selected.where(), selected.expected(), element), call);
  }

  /** Removes a record. */
  public Uni<Void> delete(EntityType type, Selected selected, CallContext call) {
    Change change = Change.of(selected.where(), selected.expected(), null);
    return subjects
        .maker(type, call)
        .chain(events -> transactions.run(tx -> writer.delete(tx, type, change, events)));
  }

  private Uni<ChangedRecord> written(EntityType type, Change change, CallContext call) {
    return subjects
        .maker(type, call)
        .chain(events -> transactions.run(tx -> update(tx, type, change, events)))
        .onFailure(UniqueConflicts::isDeadlock)
        .retry()
        .atMost(DEADLOCK_RETRIES)
        .map(it -> new ChangedRecord(new StoredRecord(type, it.row()), it.before(), it.changed()));
  }

  private Uni<RecordWriter.Written> update(
      Tx tx, EntityType type, Change change, Subjects.Maker events) {
    return writer.update(tx, type, change, stamps.now(), events);
  }

  /**
   * Checks a change against the record as it is now, then hashes; rows are not locked meanwhile.
   */
  private Uni<Change> hashed(EntityType type, Change change) {
    return transactions
        .read(tx -> repository.findWithPasswords(tx, type.applicationId(), type, change.where()))
        .map(found -> found.orElseThrow(Violations::recordNotFound))
        .invoke(row -> change.expected().check(row.created(), row.lastUpdated()))
        .map(row -> RecordState.of(type, row))
        .chain(state -> hashed(type, state, rehearsed(type, change, state)))
        .map(change::with);
  }

  private Uni<Draft> hashed(EntityType type, RecordState state, Draft draft) {
    return hashing.hashFresh(type, state, draft.values()).replaceWith(draft);
  }

  private static Draft rehearsed(EntityType type, Change change, RecordState state) {
    Draft draft = change.draft().apply(state);
    ReservedValues.check(draft.reserved(), state);
    Change.Values values = new Change.Values(draft.values(), More.none());
    change.content(type.enforced(), state, values, Folding.ASCII_ONLY);
    return draft;
  }
}

package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.node.LongNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.vestibule.entity.filter.Filter;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.Schema;
import org.vestibule.entity.type.Conditions;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/** Moves elements of plurals from one record to another. */
@Singleton
public class AdoptionService {
  private static final int DEADLOCK_RETRIES = 2;

  private final Conditions conditions;
  private final RecordReader reader;
  private final RecordRepository records;
  private final RecordWriter writer;
  private final Subjects subjects;
  private final SqlTransactions transactions;
  private final Stamps stamps;

  /** Takes the steps of a write. */
  public AdoptionService(
      Conditions conditions,
      RecordReader reader,
      RecordRepository records,
      RecordWriter writer,
      Subjects subjects,
      SqlTransactions transactions,
      Stamps stamps) {
    this.conditions = conditions;
    this.reader = reader;
    this.records = records;
    this.writer = writer;
    this.subjects = subjects;
    this.transactions = transactions;
    this.stamps = stamps;
  }

  /**
   * Moves an element into a record; nothing happens when it is there already.
   *
   * @param parent fits the record that takes the element
   * @param holders fits the records that may give it
   */
  public Uni<Void> adopt(
      EntityType type, Filter parent, Filter holders, Adoption adoption, CallContext call) {
    return reader
        .locate(type, parent)
        .map(found -> found.orElseThrow(Violations::recordNotFound))
        .chain(
            taker ->
                holder(type, holders, adoption)
                    .chain(giver -> move(type, giver.id(), taker.id(), adoption, call)));
  }

  /** By a value of the element's own, else through all records: an element may have none. */
  private Uni<RecordKey> holder(EntityType type, Filter holders, Adoption adoption) {
    LongNode id = LongNode.valueOf(adoption.element());
    Filter has = conditions.byValue(type, adoption.idPath(), id).and(holders);
    return reader
        .locate(type, adoption.holder(type).and(has))
        .chain(found -> found.isPresent() ? Uni.createFrom().item(found) : reader.locate(type, has))
        .map(found -> found.orElseThrow(Violations::recordNotFound));
  }

  private Uni<Void> move(EntityType type, long from, long to, Adoption adoption, CallContext call) {
    return from == to
        ? Uni.createFrom().voidItem()
        : subjects
            .maker(type, call)
            .chain(
                events ->
                    transactions
                        .run(tx -> move(tx, new Move(type, from, to, adoption, events)))
                        .onFailure(UniqueConflicts::isDeadlock)
                        .retry()
                        .atMost(DEADLOCK_RETRIES));
  }

  /** Locks the two records in the order of their ids, as everybody does who locks several. */
  private Uni<Void> move(Tx tx, Move move) {
    boolean giverFirst = move.from() < move.to();
    return lock(tx, move.type(), Math.min(move.from(), move.to()))
        .chain(
            first ->
                lock(tx, move.type(), Math.max(move.from(), move.to()))
                    .chain(
                        second ->
                            giverFirst
                                ? move(tx, move, first, second)
                                : move(tx, move, second, first)));
  }

  private Uni<Void> move(Tx tx, Move move, RecordState from, RecordState to) {
    Schema schema = move.type().enforced();
    Adoption adoption = move.adoption();
    Content rest = adoption.giving(schema, from);
    RecordState taker = adoption.withPasswords(schema, from, to);
    return folding(tx, move.type(), from, to)
        .map(folding -> adoption.taking(schema, from, to, folding))
        .call(() -> writer.store(tx, move.type(), pending(move, from), rest))
        .chain(content -> writer.store(tx, move.type(), pending(move, taker), content))
        .replaceWithVoid();
  }

  private RecordWriter.Pending pending(Move move, RecordState state) {
    Change change = Change.of(Filter.byId(state.id()), Expected.ANYTHING, null);
    return new RecordWriter.Pending(state, change, stamps.now(), move.events());
  }

  private Uni<RecordState> lock(Tx tx, EntityType type, long id) {
    return records
        .lockForUpdate(tx, type.applicationId(), type, Filter.byId(id))
        .map(found -> found.orElseThrow(Violations::recordNotFound))
        .map(row -> RecordState.of(type, row));
  }

  private Uni<Folding> folding(Tx tx, EntityType type, RecordState from, RecordState to) {
    return records.folding(tx, FoldedTexts.of(type.enforced().root(), from.doc(), to.doc()));
  }

  private record Move(
      EntityType type, long from, long to, Adoption adoption, Subjects.Maker events) {}
}

package org.vestibule.entity.type;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.vestibule.entity.problem.SqlStates;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.Located;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.loop.InTurn;
import org.vestibule.platform.loop.Pause;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/** Builds the indexes that a change of a type needs, and removes those that it no longer does. */
@Singleton
public class IndexBuilds {
  private static final Logger LOG = Logger.getLogger(IndexBuilds.class);

  /** As long as a replica may remember a schema without having heard of a change. */
  private static final Duration MEMORY = Duration.ofSeconds(3);

  private final SqlTransactions transactions;
  private final IndexRepository indexes;
  private final UniqueValueFill fill;
  private final SchemaChanges announcements;

  /** Takes the statements and the way to tell writers of an index. */
  public IndexBuilds(
      SqlTransactions transactions,
      IndexRepository indexes,
      UniqueValueFill fill,
      SchemaChanges announcements) {
    this.transactions = transactions;
    this.indexes = indexes;
    this.fill = fill;
    this.announcements = announcements;
  }

  /**
   * Builds what is missing; 361 with the number of values in the way when they are not unique, and
   * then nothing is left behind.
   */
  Uni<Void> prepare(EntityType type, TypeState state, CallContext call) {
    return transactions
        .read(tx -> indexes.unfinished(tx, type.applicationId(), type))
        .chain(left -> abandon(type, left))
        .chain(
            () ->
                InTurn.each(IndexDifference.of(type, state).fresh(), it -> build(type, it, call)));
  }

  private Uni<Void> build(EntityType type, AttributeIndex wanted, CallContext call) {
    return transactions
        .run(tx -> reserve(tx, type, wanted, call))
        .chain(
            index ->
                make(type, index)
                    .onFailure()
                    .call(failure -> abandon(type, List.of(IndexNumber.of(index)))));
  }

  private Uni<AttributeIndex> reserve(
      Tx tx, EntityType type, AttributeIndex wanted, CallContext call) {
    return indexes
        .reserve(tx, type.applicationId(), type, wanted)
        .call(() -> announcements.announce(tx, type, call));
  }

  private Uni<Void> make(EntityType type, AttributeIndex index) {
    LOG.infof("building index %d of type %d on %s", index.attributeId(), type.id(), index.path());
    long start = System.nanoTime();
    Uni<Void> made =
        index.kind() == AttributeIndex.Kind.ROWS ? fill(type, index) : create(type, index);
    return made.invoke(
        () ->
            LOG.infof(
                "index %d of type %d is built after %d ms",
                index.attributeId(), type.id(), (System.nanoTime() - start) / 1_000_000));
  }

  private Uni<Void> create(EntityType type, AttributeIndex index) {
    return transactions
        .read(tx -> indexes.create(tx, type.applicationId(), type, index))
        .onFailure(IndexBuilds::isViolation)
        .recoverWithUni(failure -> refuse(type, index));
  }

  private static boolean isViolation(Throwable failure) {
    return failure instanceof PgException refused && SqlStates.isDuplicate(refused.getSqlState());
  }

  private Uni<Void> refuse(EntityType type, AttributeIndex index) {
    return transactions
        .read(tx -> indexes.duplicates(tx, type.applicationId(), type, index))
        .invoke(
            count -> {
              throw Violations.notUnique(index.located().path().wireName(), count);
            })
        .replaceWithVoid();
  }

  /** Writers that do not know the index yet would leave values out. */
  private Uni<Void> fill(EntityType type, AttributeIndex index) {
    boolean hasValues = Located.in(type.schema(), index.located().path()).isPresent();
    return hasValues
        ? Pause.of(MEMORY).chain(() -> fill.fill(type, index))
        : Uni.createFrom().voidItem();
  }

  /** Takes indexes out of a catalogue that no longer needs them. */
  Uni<Void> forget(Tx tx, EntityType type, List<IndexNumber> gone) {
    return gone.isEmpty()
        ? Uni.createFrom().voidItem()
        : indexes.forget(tx, type.applicationId(), type, gone);
  }

  private Uni<Void> abandon(EntityType type, List<IndexNumber> gone) {
    return remove(type, gone).chain(() -> transactions.run(tx -> forget(tx, type, gone)));
  }

  /** Removes indexes from the table, or their rows. */
  Uni<Void> remove(EntityType type, List<IndexNumber> gone) {
    return InTurn.each(
        gone, it -> it.isRows() ? removeValues(type, it.number()) : drop(type, it.number()));
  }

  private Uni<Void> drop(EntityType type, int number) {
    return transactions.read(tx -> indexes.drop(tx, type.applicationId(), type, number));
  }

  private Uni<Void> removeValues(EntityType type, int number) {
    return transactions
        .read(tx -> indexes.forgetValues(tx, type.applicationId(), type, number))
        .chain(count -> count == 0 ? Uni.createFrom().voidItem() : removeValues(type, number));
  }
}

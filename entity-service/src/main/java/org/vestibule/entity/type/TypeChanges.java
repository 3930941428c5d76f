package org.vestibule.entity.type;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.loop.Pause;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/**
 * Changes entity types while their records are in use: one change of a type at a time, indexes
 * built beside the writers first, then the whole change in one transaction.
 */
@Singleton
public class TypeChanges {
  private static final int AT_ONCE = 4;
  private static final int TRIES = 100;
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

  private final SqlTransactions transactions;
  private final TypeRepository types;
  private final TypeChangeRepository changes;
  private final IndexBuilds builds;
  private final SchemaChanges announcements;
  private final TypeCatalogue catalogue;
  private final KeptVersions versions;
  private final AtomicInteger running = new AtomicInteger();

  /** Takes the catalogue, the way to build indexes and the way to tell of changes. */
  public TypeChanges(
      SqlTransactions transactions,
      TypeRepository types,
      TypeChangeRepository changes,
      IndexBuilds builds,
      SchemaChanges announcements,
      TypeCatalogue catalogue,
      KeptVersions versions) {
    this.transactions = transactions;
    this.types = types;
    this.changes = changes;
    this.builds = builds;
    this.announcements = announcements;
    this.catalogue = catalogue;
    this.versions = versions;
  }

  /**
   * Changes a type.
   *
   * @param edit what the type shall be, asked when nobody else can change it any more; it refuses
   *     by a problem
   */
  public Uni<EntityType> apply(
      EntityType known, Function<EntityType, TypeState> edit, CallContext call) {
    return applyAsync(known, it -> Uni.createFrom().item(edit.apply(it)), call);
  }

  /** The same with an edit that asks the database. */
  public Uni<EntityType> applyAsync(
      EntityType known, Function<EntityType, Uni<TypeState>> edit, CallContext call) {
    if (running.incrementAndGet() > AT_ONCE) {
      running.decrementAndGet();
      return busy();
    }
    return attempt(known, it -> change(it, edit, call), 1).onTermination().invoke(this::ended);
  }

  /** Whether documents may still hold values of an attribute that was removed. */
  public Uni<Boolean> isRetired(EntityType type, String keyPath) {
    return transactions.read(tx -> changes.isRetired(tx, type.applicationId(), type, keyPath));
  }

  private void ended() {
    running.decrementAndGet();
  }

  private static <T> Uni<T> busy() {
    return CaptureProblem.tooMany("another change of entity types is going on").fail();
  }

  private Uni<EntityType> attempt(
      EntityType known, Function<EntityType, Uni<EntityType>> work, int number) {
    return transactions
        .read(tx -> locked(tx, known, work))
        .chain(
            done ->
                done.map(it -> Uni.createFrom().item(it))
                    .orElseGet(() -> again(known, work, number)));
  }

  private Uni<EntityType> again(
      EntityType known, Function<EntityType, Uni<EntityType>> work, int number) {
    return number == TRIES
        ? busy()
        : Pause.of(BETWEEN_TRIES).chain(() -> attempt(known, work, number + 1));
  }

  /** Nothing when somebody else holds the lock, which goes with the connection should we die. */
  private Uni<Optional<EntityType>> locked(
      Tx tx, EntityType known, Function<EntityType, Uni<EntityType>> work) {
    String application = known.applicationId();
    return changes
        .tryLock(tx, application, known)
        .chain(
            won ->
                won
                    ? fresh(known)
                        .chain(type -> work.apply(type))
                        .map(Optional::of)
                        .eventually(() -> changes.unlock(tx, application, known))
                    : Uni.createFrom().item(Optional.empty()));
  }

  private Uni<EntityType> fresh(EntityType known) {
    return transactions
        .read(tx -> types.find(tx, known.applicationId(), known.name()))
        .map(
            found ->
                found.orElseThrow(
                    () -> CaptureProblem.unknownEntityType(known.name()).exception()));
  }

  private Uni<EntityType> change(
      EntityType type, Function<EntityType, Uni<TypeState>> edit, CallContext call) {
    return edit.apply(type)
        .call(state -> builds.prepare(type, state, call))
        .chain(state -> commit(type, state, call))
        .onFailure()
        .call(() -> withdraw(type, call))
        .chain(() -> fresh(type))
        .invoke(catalogue::changed);
  }

  /** Writers need no longer keep what the type does not become. */
  private Uni<Void> withdraw(EntityType type, CallContext call) {
    return transactions
        .run(
            tx ->
                changes
                    .withdraw(tx, type.applicationId(), type)
                    .chain(
                        had ->
                            had
                                ? announcements.announce(tx, type, call)
                                : Uni.createFrom().voidItem()))
        .invoke(() -> catalogue.changed(type));
  }

  private Uni<Void> commit(EntityType type, TypeState state, CallContext call) {
    List<IndexNumber> gone = IndexDifference.of(type, state).gone();
    long heard = catalogue.heard();
    return versions
        .of(type)
        .chain(
            kept -> transactions.run(tx -> store(tx, new Step(type, state, kept > 0), gone, call)))
        .call(() -> catalogue.spread(heard))
        .call(() -> builds.remove(type, gone));
  }

  private Uni<Void> store(Tx tx, Step step, List<IndexNumber> gone, CallContext call) {
    EntityType type = step.type();
    TypeState state = step.state();
    String application = type.applicationId();
    return changes
        .update(tx, application, type, state, step.keepsVersions())
        .call(version -> reshape(tx, type, state, version))
        .call(() -> builds.forget(tx, type, gone))
        .call(() -> changes.moveIndexes(tx, application, type, moved(type, state)))
        .call(() -> changes.finishIndexes(tx, application, type))
        .call(() -> changes.replaceProperties(tx, application, type, state.properties()))
        .call(() -> changes.replaceAccess(tx, application, type, state.access()))
        .chain(() -> announcements.announce(tx, type, call));
  }

  private Uni<Void> reshape(Tx tx, EntityType type, TypeState state, int version) {
    if (!state.isReshaped()) {
      return Uni.createFrom().voidItem();
    }
    String application = type.applicationId();
    Uni<Void> retired =
        state
            .retired()
            .map(path -> changes.retire(tx, application, type, path, version))
            .orElseGet(() -> Uni.createFrom().voidItem());
    return retired.chain(() -> changes.scheduleUpkeep(tx, application, type, version));
  }

  private static Map<Integer, String> moved(EntityType type, TypeState state) {
    Map<Integer, String> paths = new TreeMap<>();
    for (AttributeIndex index : type.indexes()) {
      IndexDifference.pathAfter(index, state)
          .filter(path -> !path.equals(index.path()))
          .ifPresent(path -> paths.put(index.attributeId(), path));
    }
    return paths;
  }

  /** A change that is about to be stored. */
  private record Step(EntityType type, TypeState state, boolean keepsVersions) {}
}

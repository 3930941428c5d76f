package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.type.EntityType;
import org.vestibule.entity.type.FenceRepository;
import org.vestibule.platform.event.Event;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.outbox.Outbox;
import org.vestibule.platform.sql.Tx;
import org.vestibule.platform.sql.Write;

/** Writes records inside a transaction, with the values that are unique and the event. */
@Singleton
public class RecordWriter {
  private final RecordRepository records;
  private final UniqueValueRepository uniqueValues;
  private final VersionRepository versions;
  private final FenceRepository fences;
  private final Outbox outbox;

  /** Takes the tables and the outbox. */
  public RecordWriter(
      RecordRepository records,
      UniqueValueRepository uniqueValues,
      VersionRepository versions,
      FenceRepository fences,
      Outbox outbox) {
    this.records = records;
    this.versions = versions;
    this.fences = fences;
    this.uniqueValues = uniqueValues;
    this.outbox = outbox;
  }

  /** Stores a new record; uuid and times of the row are given. */
  Uni<RecordRow> insert(
      Tx tx, EntityType type, RecordRow blank, ObjectNode values, Subjects.Maker events) {
    return records
        .folding(tx, FoldedTexts.of(type.enforced().root(), values))
        .map(folding -> Content.ofNew(type.enforced(), values, folding))
        .chain(content -> identified(tx, type, content))
        .chain(content -> insert(tx, type, blank, content))
        .call(row -> outbox.append(tx, events.of("user-created", row.uuid(), List.of())));
  }

  private Uni<RecordRow> insert(Tx tx, EntityType type, RecordRow blank, Content content) {
    ObjectNode passwords =
        PasswordColumn.extract(type.schema().root(), content.doc(), Json.object());
    RecordRow row = filled(blank, type, content.doc(), passwords);
    List<UniqueRow> unique = UniqueRow.of(type, content.doc());
    return records
        .insert(tx, type.applicationId(), type, row)
        .call(
            id ->
                Uni.combine()
                    .all()
                    .unis(claim(tx, type, id, unique), passed(tx, type, content))
                    .discardItems())
        .map(row::withId);
  }

  /** Locks a record and changes it; an event follows when a value differs. */
  Uni<Written> update(Tx tx, EntityType type, Change change, Instant now, Subjects.Maker events) {
    return lock(tx, type, change)
        .map(row -> RecordState.of(type, row))
        .chain(state -> update(tx, type, new Pending(state, change, now, events)));
  }

  /**
   * Puts values over those of a record as it was read, without a lock; {@link Moved} when it is
   * another by now.
   */
  Uni<RecordState> patch(
      Tx tx, EntityType type, RecordState state, Patch patch, Subjects.Maker events) {
    return records
        .folding(tx, patch.texts())
        .map(patch::content)
        .chain(content -> identified(tx, type, content))
        .chain(content -> patch(tx, type, patched(type, state, patch, content, events)));
  }

  /** Sent together; the row comes first, whose lock makes the order of events that of commits. */
  private Uni<RecordState> patch(Tx tx, EntityType type, Patched patched) {
    return Uni.combine()
        .all()
        .unis(
            patched.write().in(tx).invoke(Moved::refuse),
            passed(tx, type, patched.content()),
            reclaim(tx, type, patched.after().id(), patched.before(), patched.content().doc()))
        .discardItems()
        .replaceWith(patched.after())
        .onFailure()
        .transform(failure -> UniqueConflicts.translate(type, failure));
  }

  /** The same as one statement, for a patch that concerns no other row. */
  Optional<Patched> patched(
      EntityType type, RecordState state, Patch patch, Subjects.Maker events) {
    if (!patch.texts().isEmpty()) {
      return Optional.empty();
    }
    Patched patched = patched(type, state, patch, patch.content(Folding.ASCII_ONLY), events);
    return Optional.of(patched).filter(it -> it.isAlone(type));
  }

  private Patched patched(
      EntityType type, RecordState state, Patch patch, Content content, Subjects.Maker events) {
    RecordState after = patch.after(state, content);
    Write row =
        records.patching(type.applicationId(), type, state, after, patch.stored(type, content));
    List<String> changed = patch.changed(content);
    Write told =
        changed.isEmpty()
            ? Write.nothing()
            : outbox.telling(events.of("user-updated", state.uuid(), changed));
    return new Patched(content, patch.before(), after, row.then(told));
  }

  private Uni<Written> update(Tx tx, EntityType type, Pending pending) {
    Optional<Change.Values> values = pending.change().values(pending.state());
    Optional<ObjectNode> input = values.map(Change.Values::together);
    input.ifPresent(it -> PasswordHistory.refuseSameHash(type, pending.state(), it));
    Set<String> flags = values.map(it -> it.more().flags()).orElse(Set.of());
    Set<String> texts =
        input
            .map(it -> FoldedTexts.of(type.enforced().root(), it, pending.state().doc()))
            .orElse(Set.of());
    return records
        .folding(tx, texts)
        .map(it -> pending.change().apply(type.enforced(), pending.state(), values, it))
        .chain(content -> identified(tx, type, content))
        .chain(content -> store(tx, type, pending, flags, content));
  }

  /** Stores the content of a locked record; an event follows when a value differs. */
  Uni<Written> store(Tx tx, EntityType type, Pending pending, Content content) {
    return store(tx, type, pending, Set.of(), content);
  }

  private Uni<Written> store(
      Tx tx, EntityType type, Pending pending, Set<String> flags, Content content) {
    RecordState before = pending.state();
    ObjectNode passwords =
        PasswordColumn.extract(type.schema().root(), content.doc(), before.passwords());
    PasswordHistory.keep(type, before.passwords(), passwords, pending.change().silent());
    List<String> changed =
        Changes.between(before.doc(), content.doc(), before.passwords(), passwords).stream()
            .filter(name -> !pending.change().silent().contains(name))
            .toList();
    RecordRow row = filled(pending.row(), type, content.doc(), passwords);
    // Sent together; the row comes first, whose lock makes the order of events that of commits.
    return Uni.combine()
        .all()
        .unis(
            update(tx, type, pending, row),
            passed(tx, type, content),
            reclaim(tx, type, before.id(), before.doc(), content.doc()),
            announce(tx, () -> pending.events().ofChange(row.uuid(), changed, flags), changed))
        .with((updated, passed, reclaimed, announced) -> new Written(row, before, changed));
  }

  /** A refusal ends the transaction in the store, so that nothing is written behind it. */
  private Uni<Void> passed(Tx tx, EntityType type, Content content) {
    return content.hasNeighbours()
        ? fences.pass(tx, type.applicationId(), type)
        : Uni.createFrom().voidItem();
  }

  private Uni<Void> update(Tx tx, EntityType type, Pending pending, RecordRow row) {
    int kept = pending.events().versions();
    return kept == 0
        ? records.update(tx, type.applicationId(), type, row)
        : versions
            .update(tx, type.applicationId(), type, row, pending.state().lastUpdated(), kept)
            .invoke(Moved::refuse)
            .replaceWithVoid();
  }

  /** Locks a record and removes it. */
  Uni<Void> delete(Tx tx, EntityType type, Change change, Subjects.Maker events) {
    return lock(tx, type, change)
        .call(row -> records.delete(tx, type.applicationId(), type, row.id()))
        .call(row -> uniqueValues.deleteAll(tx, type.applicationId(), type, row.id()))
        .chain(row -> outbox.append(tx, events.of("user-deleted", row.uuid(), List.of())));
  }

  private Uni<RecordRow> lock(Tx tx, EntityType type, Change change) {
    return records
        .lockForUpdate(tx, type.applicationId(), type, change.where())
        .map(found -> found.orElseThrow(Violations::recordNotFound))
        .invoke(row -> change.expected().check(row.created(), row.lastUpdated()));
  }

  private Uni<Void> announce(Tx tx, Supplier<Event> event, List<String> changed) {
    return changed.isEmpty() ? Uni.createFrom().voidItem() : outbox.append(tx, event.get());
  }

  private Uni<Content> identified(Tx tx, EntityType type, Content content) {
    int count = content.newElements().size();
    return count == 0
        ? Uni.createFrom().item(content)
        : records.nextIds(tx, type.applicationId(), type, count).map(content::withIds);
  }

  private Uni<Void> claim(Tx tx, EntityType type, long id, List<UniqueRow> rows) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : uniqueValues.insert(tx, type.applicationId(), type, id, rows);
  }

  private Uni<Void> reclaim(Tx tx, EntityType type, long id, ObjectNode before, ObjectNode after) {
    List<UniqueRow> old = UniqueRow.of(type, before);
    List<UniqueRow> fresh = new ArrayList<>(UniqueRow.of(type, after));
    List<UniqueRow> gone = new ArrayList<>(old);
    gone.removeAll(fresh);
    fresh.removeAll(old);
    return release(tx, type, id, gone).chain(() -> claim(tx, type, id, fresh));
  }

  private Uni<Void> release(Tx tx, EntityType type, long id, List<UniqueRow> rows) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : uniqueValues.delete(tx, type.applicationId(), type, id, rows);
  }

  static RecordRow filled(RecordRow row, EntityType type, ObjectNode doc, ObjectNode passwords) {
    String hashes = passwords.isEmpty() ? null : Json.write(passwords);
    return row.withContent(type.version(), Documents.write(type, doc), hashes);
  }

  /** A row after a change, the record before it, and the names of what differs. */
  record Written(RecordRow row, RecordState before, List<String> changed) {}

  /**
   * A patch that is about to be written with its event.
   *
   * @param before what the record has in the patched attributes
   */
  record Patched(Content content, ObjectNode before, RecordState after, Write write) {
    boolean isAlone(EntityType type) {
      return !content.hasNeighbours()
          && content.newElements().isEmpty()
          && UniqueRow.of(type, before).equals(UniqueRow.of(type, content.doc()));
    }
  }

  /** A change of a locked record that is about to be written. */
  record Pending(RecordState state, Change change, Instant now, Subjects.Maker events) {
    RecordRow row() {
      return new RecordRow(
          state.id(),
          state.uuid(),
          state.created(),
          RecordRepository.after(state.lastUpdated(), now),
          0,
          null,
          null);
    }
  }
}

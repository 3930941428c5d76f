package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.event.Event;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.offload.Offload;
import org.vestibule.platform.sql.Tx;

/** Makes the rows of many new records, asking the database twice however many there are. */
@Singleton
public class BulkPreparation {
  private final RecordRepository records;
  private final Stamps stamps;
  private final Offload offload;

  /** Takes the tables, the sources of times and ids, and threads for the work. */
  public BulkPreparation(RecordRepository records, Stamps stamps, Offload offload) {
    this.records = records;
    this.stamps = stamps;
    this.offload = offload;
  }

  /** Makes the rows of candidates whose passwords are hashed; some may be refused. */
  Uni<Void> prepare(Tx tx, Bulk bulk, List<Candidate> candidates) {
    return offload
        .io(() -> texts(bulk.type(), candidates))
        .chain(texts -> records.folding(tx, texts))
        .chain(folding -> offload.io(() -> fill(bulk.type(), candidates, folding)))
        .chain(count -> ids(tx, bulk.type(), count))
        .chain(ids -> offload.io(() -> make(bulk, candidates, ids.iterator())))
        .replaceWithVoid();
  }

  private static Set<String> texts(EntityType type, List<Candidate> candidates) {
    Set<String> texts = new HashSet<>();
    for (Candidate candidate : candidates) {
      texts.addAll(FoldedTexts.of(type.enforced().root(), candidate.draft().values()));
    }
    return texts;
  }

  /** Fills the documents and counts the ids that they need. */
  private static int fill(EntityType type, List<Candidate> candidates, Folding folding) {
    int count = 0;
    for (Candidate candidate : candidates) {
      candidate.attempt(
          () ->
              candidate.fill(Content.ofNew(type.enforced(), candidate.draft().values(), folding)));
      count += candidate.isOpen() ? 1 + candidate.content().newElements().size() : 0;
    }
    return count;
  }

  private Uni<List<Long>> ids(Tx tx, EntityType type, int count) {
    return count == 0
        ? Uni.createFrom().item(List.of())
        : records.nextIds(tx, type.applicationId(), type, count);
  }

  private int make(Bulk bulk, List<Candidate> candidates, Iterator<Long> ids) {
    for (Candidate candidate : candidates) {
      candidate.attempt(() -> candidate.make(made(bulk, candidate, ids)));
    }
    return candidates.size();
  }

  private NewRecord made(Bulk bulk, Candidate candidate, Iterator<Long> ids) {
    EntityType type = bulk.type();
    RecordRow blank = stamps.blank(candidate.draft().created()).withId(ids.next());
    Content content = candidate.content();
    content.newElements().forEach(it -> it.put("id", ids.next()));
    ObjectNode doc = content.doc();
    ObjectNode passwords = PasswordColumn.extract(type.schema().root(), doc, Json.object());
    RecordRow row = RecordWriter.filled(blank, type, doc, passwords);
    Event created = bulk.events().of("user-created", row.uuid(), List.of());
    return new NewRecord(row, UniqueRow.of(type, doc), created, content.hasNeighbours());
  }
}

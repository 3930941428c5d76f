package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.id.IdSource;
import org.vestibule.platform.json.Json;

/** A record from elsewhere whose values are checked one by one, on its way into the table. */
public final class ImportedRecord {
  private final EntityType type;
  private final ObjectNode values;
  private final KeptNames kept;
  private final ElementIds elements;
  private final ArrayNode former;
  private final boolean plain;

  ImportedRecord(
      EntityType type, ObjectNode values, KeptNames kept, ArrayNode former, boolean plain) {
    this.type = type;
    this.values = values;
    this.kept = kept;
    this.elements = ElementIds.of(type.schema().root(), values);
    this.former = former;
    this.plain = plain;
  }

  /** Whether it holds passwords that are to be hashed. */
  public boolean waitsForHashes() {
    return plain;
  }

  /** The id that it brings. */
  public OptionalLong id() {
    return kept.id();
  }

  /** The ids that its elements bring, with the paths that are blamed for them. */
  public Map<Long, String> elementIds() {
    return elements.given();
  }

  /** The highest of the ids that it and its elements bring, 0 for none. */
  public long highestId() {
    return Math.max(elements.highest(), kept.id().orElse(0));
  }

  /** How many ids it needs. */
  public int missingIds() {
    return elements.missing() + (kept.id().isPresent() ? 0 : 1);
  }

  /** Texts that only PostgreSQL can fold. */
  public Set<String> texts() {
    return FoldedTexts.of(type.enforced().root(), values);
  }

  /**
   * Its row; refuses what only the whole document shows.
   *
   * @param fresh names and time where it brings none
   * @param folded the folded forms of {@link #texts}
   */
  public ImportedRow row(Fresh fresh, Map<String, String> folded) {
    Folding folding = folded.isEmpty() ? Folding.ASCII_ONLY : new Folding(folded);
    Content content = Content.ofImport(type.enforced(), values, folding);
    long id = kept.id().orElseGet(() -> fresh.ids().next());
    content.newElements().forEach(it -> it.put("id", fresh.ids().next()));
    ObjectNode doc = content.doc();
    ObjectNode passwords = PasswordColumn.extract(type.schema().root(), doc, Json.object());
    PasswordHistory.bring(type, former, passwords);
    return new ImportedRow(
        id,
        kept.uuid().orElseGet(fresh.uuids()::uuid),
        kept.created().orElse(fresh.now()),
        kept.updated().orElse(fresh.now()),
        Documents.bytes(type, doc),
        passwords.isEmpty() ? null : Json.bytes(passwords),
        UniqueRow.of(type, doc));
  }

  ObjectNode values() {
    return values;
  }

  /** What a record gets that it does not bring. */
  public record Fresh(IdSource uuids, Instant now, Iterator<Long> ids) {}
}

package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.vestibule.entity.type.EntityType;

/** A record as it is after a write or a read. */
public final class StoredRecord {
  private static final int TYPICAL_LENGTH = 2_048;

  private final EntityType type;
  private final RecordRow row;

  StoredRecord(EntityType type, RecordRow row) {
    this.type = type;
    this.row = row;
  }

  /** Number of the record. */
  public long id() {
    return row.id();
  }

  /** Name of the record. */
  public UUID uuid() {
    return row.uuid();
  }

  /** Appends the record as JSON. */
  public void write(Reading reading, StringBuilder text) {
    RecordView.write(type, row, reading, text);
  }

  /** The record as JSON. */
  public String text(Reading reading) {
    StringBuilder text = new StringBuilder(TYPICAL_LENGTH);
    write(reading, text);
    return text.toString();
  }

  /** The record as a tree. */
  public ObjectNode tree(Reading reading) {
    return RecordView.tree(type, row, reading);
  }

  /** The same for a record that was just written, which PostgreSQL did not prepare. */
  public ObjectNode fresh(Reading reading) {
    return tree(reading.withoutOverlay());
  }

  /** The JSON text of a record that was just written. */
  public String freshText(Reading reading) {
    return text(reading.withoutOverlay());
  }

  /** The value at a place of the record. */
  public JsonNode value(Reading reading, Target place) {
    return place.in(tree(reading));
  }

  /** Checks what a caller believes of the record. */
  public void check(Expected expected) {
    expected.check(row.created(), row.lastUpdated());
  }

  RecordState state() {
    return RecordState.of(type, row);
  }
}

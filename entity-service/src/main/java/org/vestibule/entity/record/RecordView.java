package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vestibule.entity.date.WireDates;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.json.Json;

/** Shows records as JSON; a row that needs no change is shown as it is stored. */
final class RecordView {
  private RecordView() {}

  /** Appends the JSON text of a record. */
  static void write(EntityType type, RecordRow row, Reading reading, StringBuilder text) {
    if (reading.isVerbatim() && Documents.isCurrent(type, row)) {
      verbatim(row, text);
    } else {
      text.append(Json.write(tree(type, row, reading)));
    }
  }

  /** The record as a tree, cut to what is wanted. */
  static ObjectNode tree(EntityType type, RecordRow row, Reading reading) {
    RecordState state = RecordState.of(type, row);
    if (reading.passwords().showsHashes()) {
      Attribute root = type.schema().root();
      PasswordColumn.restore(root, state.doc(), state.passwords(), "");
    }
    if (reading.passwords() == PasswordView.HISTORY) {
      FormerPasswords.show(type, state);
    }
    return tree(state, reading.passwords(), reading.tree());
  }

  /**
   * The same for a record that is trees already, its passwords as far as the document shows them.
   */
  static ObjectNode tree(RecordState state, PasswordView passwords, Attribute wanted) {
    ObjectNode whole = reserved(state);
    whole.setAll(state.doc());
    return Projection.of(passwords).object(wanted, whole);
  }

  private static void verbatim(RecordRow row, StringBuilder text) {
    text.append("{\"id\":").append(row.id());
    text.append(",\"uuid\":\"").append(row.uuid());
    text.append("\",\"created\":\"").append(WireDates.timestamp(row.created()));
    text.append("\",\"lastUpdated\":\"").append(WireDates.timestamp(row.lastUpdated()));
    text.append('"').append(row.doc().length() > 2 ? "," : "");
    text.append(row.doc(), 1, row.doc().length());
  }

  private static ObjectNode reserved(RecordState state) {
    ObjectNode node = Json.object();
    node.put("id", state.id());
    node.put("uuid", state.uuid().toString());
    node.put("created", WireDates.timestamp(state.created()));
    return node.put("lastUpdated", WireDates.timestamp(state.lastUpdated()));
  }
}

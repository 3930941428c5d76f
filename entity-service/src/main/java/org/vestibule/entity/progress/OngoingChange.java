package org.vestibule.entity.progress;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vestibule.platform.json.Json;

/**
 * A change of an entity type that is under way.
 *
 * @param work what is done, for people
 * @param done of {@code total}, in units of the work
 * @param total 0 while nobody knows
 */
record OngoingChange(String applicationId, String typeName, String work, long done, long total) {
  ObjectNode json() {
    return Json.object()
        .put("applicationId", applicationId)
        .put("type", typeName)
        .put("work", work)
        .put("done", done)
        .put("total", total)
        .put("text", text());
  }

  /** For people. */
  String text() {
    String share = total == 0 ? "" : ", " + 100 * Math.min(done, total) / total + " %";
    return "type " + typeName + " of application " + applicationId + ": " + work + share;
  }
}

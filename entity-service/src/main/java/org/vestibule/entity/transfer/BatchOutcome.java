package org.vestibule.entity.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.json.Json;

/**
 * What became of a batch.
 *
 * @param isRepeated whether it had been taken before, with this outcome
 * @param rejections the refused lines by their index in the batch, each with its reason
 */
record BatchOutcome(boolean isRepeated, int stored, JsonNode rejections) {
  ObjectNode json() {
    ObjectNode json = Json.object().put("repeated", isRepeated).put("stored", stored);
    json.set("rejections", rejections);
    return json;
  }

  /** That of lines which were all looked at. */
  static BatchOutcome of(List<ImportLine> lines) {
    ArrayNode rejections = rejections(lines);
    return new BatchOutcome(false, lines.size() - rejections.size(), rejections);
  }

  /** The refused ones among lines, as they are told and kept. */
  private static ArrayNode rejections(List<ImportLine> lines) {
    ArrayNode rejections = Json.array();
    lines.stream().filter(it -> !it.isOpen()).forEach(it -> rejections.add(rejection(it)));
    return rejections;
  }

  private static ObjectNode rejection(ImportLine line) {
    CaptureProblem problem = line.refusal();
    return Json.object()
        .put("index", line.index())
        .put("code", problem.code().code())
        .put("error", problem.code().error())
        .put("reason", problem.description())
        .put("attribute", problem.members().path("attribute_name").textValue());
  }
}

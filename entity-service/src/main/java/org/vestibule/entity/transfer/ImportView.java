package org.vestibule.entity.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vestibule.platform.json.Json;

/**
 * A run as its operator sees it.
 *
 * @param batches number, checksum, rejected, last line and stored of each batch that was taken
 */
record ImportView(ImportRun run, JsonNode batches) {
  ObjectNode json() {
    ObjectNode json = Json.object().put("id", run.id().toString());
    json.put("file", run.file()).put("finished", run.isFinished());
    json.put("startedAt", run.startedAt().toString());
    json.put("finishedAt", run.finishedAt().map(Object::toString).orElse(null));
    json.set("batches", batches);
    return json;
  }
}

package org.vestibule.local.transfer;

import com.fasterxml.jackson.databind.JsonNode;

/** Asks entity-service what it would do with the batches of a file; nothing is remembered. */
record Rehearsal(TransferClient client, Progress progress, String path) implements Receiver {
  static Rehearsal of(TransferClient client, ImportRequest request, Progress progress) {
    String path = ImportRun.typePath(request) + "/imports/rehearsal?hashPasswords=";
    return new Rehearsal(client, progress, path + request.hashPasswords());
  }

  @Override
  public JsonNode send(Batch batch) {
    return client.postLines(path, batch.body(), progress);
  }
}

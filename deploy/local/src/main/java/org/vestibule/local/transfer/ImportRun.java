package org.vestibule.local.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vestibule.local.host.StackFailure;

/** The import of a file as entity-service knows it. */
final class ImportRun implements Receiver {
  private static final JsonMapper JSON = new JsonMapper();

  private final TransferClient client;
  private final Progress progress;
  private final String path;
  private final boolean wasFinished;
  private final Map<Integer, Taken> taken = new HashMap<>();

  private ImportRun(TransferClient client, Progress progress, String imports, JsonNode view) {
    this.client = client;
    this.progress = progress;
    this.path = imports + "/" + view.path("id").asText();
    this.wasFinished = view.path("finished").asBoolean();
    for (JsonNode batch : view.path("batches")) {
      taken.put(
          batch.path(0).asInt(),
          new Taken(
              batch.path(1).asLong(),
              batch.path(2).asInt(),
              batch.path(3).asLong(),
              batch.path(4).asInt()));
    }
  }

  static ImportRun open(TransferClient client, ImportRequest request, Progress progress)
      throws IOException {
    ObjectNode opening = JSON.createObjectNode();
    opening.put("file", request.file().getFileName().toString());
    opening.put("fingerprint", Fingerprint.of(request.file()));
    opening.put("restart", request.mode() == ImportMode.ANEW);
    opening
        .putObject("options")
        .put("events", request.events())
        .put("hashPasswords", request.hashPasswords())
        .put("format", FileFormat.of(request.file()).wireName());
    String imports = typePath(request) + "/imports";
    return new ImportRun(
        client, progress, imports, client.post(imports, opening.toString(), progress));
  }

  static String typePath(ImportRequest request) {
    return TypePath.of(request.applicationId(), request.type());
  }

  @Override
  public boolean wasFinished() {
    return wasFinished;
  }

  @Override
  public long resumedBehind() {
    int number = 0;
    long line = 0;
    while (taken.containsKey(number)) {
      line = taken.get(number).lastLine();
      number++;
    }
    return line;
  }

  @Override
  public Optional<Taken> taken(Batch batch) {
    Taken before = taken.get(batch.number());
    if (before != null && before.checksum() != batch.checksum()) {
      throw new StackFailure(
          "The file has changed before line "
              + batch.lastLine()
              + " since its import began; --restart begins anew.");
    }
    return Optional.ofNullable(before);
  }

  @Override
  public JsonNode send(Batch batch) {
    return client.postLines(
        "%s/batches/%d?lastLine=%d&refused=%d"
            .formatted(path, batch.number(), batch.lastLine(), batch.refused().size()),
        batch.body(),
        progress);
  }

  @Override
  public JsonNode rejections(Batch batch) {
    return client.get(path + "/batches/" + batch.number(), progress).path("rejections");
  }

  @Override
  public void finish(int batches) {
    ObjectNode body = JSON.createObjectNode().put("batches", batches);
    client.post(path + "/finish", body.toString(), progress);
  }
}

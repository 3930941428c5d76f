package org.vestibule.local.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The records that were not taken, with the reasons; made when there is the first one. */
final class RejectedFile implements Closeable {
  private static final JsonMapper JSON = RecordJson.MAPPER;
  private static final int INVALID_ARGUMENT = 200;

  private final Path path;
  private BufferedWriter writer;
  private long count;

  private RejectedFile(Path path) {
    this.path = path;
  }

  /** Begins anew: what earlier tries wrote is written again. */
  static RejectedFile at(Path path) throws IOException {
    Files.deleteIfExists(path);
    return new RejectedFile(path);
  }

  long count() {
    return count;
  }

  /** Writes what was rejected of a batch, in the order of the lines. */
  void write(Batch batch, JsonNode rejections) throws IOException {
    Map<Long, ObjectNode> byLine = new TreeMap<>();
    for (SourceRecord refused : batch.refused()) {
      byLine.put(refused.line(), refusal(refused));
    }
    for (JsonNode rejection : rejections) {
      SourceRecord record = batch.sent().get(rejection.path("index").asInt());
      byLine.put(record.line(), rejection(record, rejection));
    }
    for (ObjectNode line : byLine.values()) {
      open().write(JSON.writeValueAsString(line));
      writer.newLine();
      count++;
    }
    if (writer != null) {
      writer.flush();
    }
  }

  private BufferedWriter open() throws IOException {
    if (writer == null) {
      PrivateFile.create(path);
      writer = Files.newBufferedWriter(path);
    }
    return writer;
  }

  private static ObjectNode refusal(SourceRecord refused) {
    ObjectNode line = JSON.createObjectNode().put("line", refused.line());
    line.put("code", INVALID_ARGUMENT).put("error", "invalid_argument");
    line.put("reason", refused.refusal());
    return line.put("record", new String(refused.json(), StandardCharsets.UTF_8));
  }

  private static ObjectNode rejection(SourceRecord record, JsonNode rejection) {
    ObjectNode line = JSON.createObjectNode().put("line", record.line());
    line.set("code", rejection.path("code"));
    line.set("error", rejection.path("error"));
    line.set("reason", rejection.path("reason"));
    line.set("attribute", rejection.path("attribute"));
    return line.set("record", tree(record.json()));
  }

  private static JsonNode tree(byte[] json) {
    try {
      return JSON.readTree(new String(json, StandardCharsets.UTF_8));
    } catch (JsonProcessingException malformed) {
      return JSON.getNodeFactory().textNode(new String(json, StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
  }
}

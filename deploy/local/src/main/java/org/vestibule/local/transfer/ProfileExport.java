package org.vestibule.local.transfer;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.vestibule.local.host.StackFailure;

/** Writes the records of a type to a file, in the order of their ids. */
public final class ProfileExport {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int PAGE = 500;

  private final TransferClient client;
  private final ExportRequest request;
  private final Progress progress;

  private ProfileExport(TransferClient client, ExportRequest request, Progress progress) {
    this.client = client;
    this.request = request;
    this.progress = progress;
  }

  /** Writes the file and returns how many records it has; it appears when it is whole. */
  public static long run(TransferClient client, ExportRequest request, Progress progress) {
    try {
      return new ProfileExport(client, request, progress).run();
    } catch (IOException failure) {
      throw new StackFailure("The file cannot be written: " + failure.getMessage(), failure);
    }
  }

  private long run() throws IOException {
    FileFormat format = FileFormat.of(request.file());
    String type = TypePath.of(request.applicationId(), request.type());
    TypeColumns columns = TypeColumns.of(client.get(type, progress).path("attributes"));
    Path part = request.file().resolveSibling(request.file().getFileName() + ".part");
    PrivateFile.create(part);
    long count;
    try (RecordSink sink =
        format == FileFormat.CSV
            ? CsvSink.open(part, columns, request.attributes())
            : new JsonLineSink(part)) {
      count = pages(type + "/exports", sink);
    }
    Files.move(
        part, request.file(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return count;
  }

  private long pages(String path, RecordSink sink) throws IOException {
    long count = 0;
    long last = 0;
    String[] records;
    do {
      records = page(path, last);
      for (String record : records) {
        sink.write(record);
      }
      count += records.length;
      progress.at(count, 0, -1);
      last = records.length == 0 ? last : id(records[records.length - 1]);
    } while (records.length == PAGE);
    return count;
  }

  private String[] page(String path, long after) {
    ObjectNode body = JSON.createObjectNode().put("after", after).put("limit", PAGE);
    body.put("filter", request.filter()).put("passwords", request.passwords());
    if (request.attributes() != null) {
      request.attributes().forEach(body.putArray("attributes")::add);
    }
    String lines = client.postForText(path, body.toString(), progress);
    return lines.isEmpty() ? new String[0] : lines.split("\n");
  }

  private static long id(String record) throws IOException {
    return JSON.readTree(record).path("id").asLong();
  }
}

package org.vestibule.entity.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.record.ImportedRecord;
import org.vestibule.entity.record.ImportedRecords;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.InternalProblem;

/** Reads the lines of a batch and checks them one by one. */
@Singleton
public class BatchReader {
  private static final int MOST_LINES = 5_000;

  /** A tree of short elements takes a hundred times the memory of its text. */
  private static final int LONGEST_LINE = 2 * 1024 * 1024;

  private static final String ARGUMENT = "record";

  private final ImportedRecords records;

  /** Takes the checks of records. */
  public BatchReader(ImportedRecords records) {
    this.records = records;
  }

  List<ImportLine> read(EntityType type, byte[] lines, boolean hashesPlain) {
    List<ImportLine> read = new ArrayList<>();
    BatchIds ids = new BatchIds();
    int from = 0;
    while (from < lines.length) {
      int end = end(lines, from);
      byte[] text = Arrays.copyOfRange(lines, from, end);
      ImportLine line = new ImportLine(read.size());
      line.attempt(() -> line.set(record(type, text, hashesPlain, ids)));
      read.add(line);
      from = end + 1;
    }
    if (read.size() > MOST_LINES) {
      throw InternalProblem.badRequest("a batch has at most " + MOST_LINES + " lines");
    }
    return read;
  }

  private static int end(byte[] lines, int from) {
    for (int i = from; i < lines.length; i++) {
      if (lines[i] == '\n') {
        return i;
      }
    }
    return lines.length;
  }

  private ImportedRecord record(
      EntityType type, byte[] text, boolean hashesPlain, BatchIds idsBefore) {
    ImportedRecord record = records.read(type, input(text), hashesPlain);
    idsBefore.add(record);
    return record;
  }

  private static ObjectNode input(byte[] text) {
    if (text.length > LONGEST_LINE) {
      throw Violations.invalidArgument(ARGUMENT, "it is longer than " + LONGEST_LINE + " bytes");
    }
    try {
      if (Json.parse(text) instanceof ObjectNode input) {
        return input;
      }
    } catch (Json.Malformed malformed) {
      throw Violations.invalidArgument(ARGUMENT, "the JSON is not syntactically valid");
    }
    throw Violations.invalidArgument(ARGUMENT, "it is not a JSON object");
  }
}

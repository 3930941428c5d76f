package org.vestibule.e2e.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vestibule.e2e.stack.Stack;
import org.yaml.snakeyaml.Yaml;

/** The operations of {@code docs/compat/operations.tsv} and their exchanges. */
final class Operations {
  private static final Path COMPAT = Stack.projectRoot().resolve("docs/compat");

  private Operations() {}

  /** One row: id and status, the first and last column. */
  record Row(String id, String status) {
    boolean isDone() {
      return status.equals("done");
    }

    /** Whether the index of the documented product lists it; public clients call more than that. */
    boolean isOfIndex() {
      return !id.startsWith("MORE-");
    }
  }

  static List<Row> rows() {
    return lines(COMPAT.resolve("operations.tsv")).stream()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .map(columns -> new Row(columns[0], columns[columns.length - 1]))
        .toList();
  }

  /** The exchanges of an operation; empty when it has no file. */
  static List<Exchange> exchanges(String id) {
    Path file = COMPAT.resolve("exchanges/" + id + ".yaml");
    if (!Files.exists(file)) {
      return List.of();
    }
    return list(read(file).get("exchanges")).map(it -> new Exchange(id, it)).toList();
  }

  /** The paragraph that the exchanges of an operation were written from. */
  static String spec(String id) {
    return String.valueOf(read(COMPAT.resolve("exchanges/" + id + ".yaml")).get("spec"));
  }

  static List<String> files() {
    try (Stream<Path> files = Files.list(COMPAT.resolve("exchanges"))) {
      return files.map(it -> it.getFileName().toString().replace(".yaml", "")).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @SuppressWarnings("unchecked")
  private static Stream<Map<String, Object>> list(Object list) {
    return ((List<Map<String, Object>>) list).stream();
  }

  private static Map<String, Object> read(Path file) {
    return new Yaml().load(String.join("\n", lines(file)));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

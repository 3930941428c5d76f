package org.vestibule.e2e.attack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.vestibule.e2e.stack.Events;
import org.vestibule.e2e.stack.Stack;

/** Everything that a stack has written and that outlives a call. */
final class Traces {
  private static final List<String> SCHEMAS =
      List.of("auth", "entity", "config", "hostedlogin", "webhook");
  private final Stack stack;

  /** A place and the text that lies there. */
  record Trace(String place, String text) {}

  Traces(Stack stack) {
    this.stack = stack;
  }

  List<Trace> logs() throws IOException {
    try (Stream<Path> files = Files.walk(stack.folder().resolve("logs"))) {
      List<Trace> logs = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        logs.add(new Trace(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1)));
      }
      return logs;
    }
  }

  List<Trace> topics() {
    return Events.topics(stack.kafka()).stream().map(this::topic).toList();
  }

  private Trace topic(String name) {
    try (Events events = new Events(stack.kafka(), name)) {
      StringBuilder text = new StringBuilder();
      events
          .all()
          .forEach(it -> text.append(it.key()).append(it.headers()).append(it.body()).append('\n'));
      return new Trace("topic " + name, text.toString());
    }
  }

  List<Trace> rows() throws SQLException {
    List<Trace> tables = new ArrayList<>();
    for (String schema : SCHEMAS) {
      try (Connection connection = stack.database(schema).orElseThrow();
          Statement statement = connection.createStatement()) {
        for (String table : tables(statement, schema)) {
          tables.add(
              new Trace("table " + table, lines(statement, "SELECT t::text FROM %s t", table)));
        }
      }
    }
    return tables;
  }

  private static List<String> tables(Statement statement, String schema) throws SQLException {
    String query =
        "SELECT format('%%I.%%I', table_schema, table_name) FROM information_schema.tables"
            + " WHERE table_schema = '%s' AND table_type = 'BASE TABLE'";
    return lines(statement, query, schema).lines().toList();
  }

  private static String lines(Statement statement, String query, String name) throws SQLException {
    StringBuilder text = new StringBuilder();
    try (ResultSet rows = statement.executeQuery(query.formatted(name))) {
      while (rows.next()) {
        text.append(rows.getString(1)).append('\n');
      }
    }
    return text.toString();
  }
}

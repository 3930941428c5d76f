package org.vestibule.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.vestibule.platform.json.Json;

/** Looks into the tables. */
@Singleton
public class Rows {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  // The relay deletes what it has published; the copies tell what was written.
  private static final String KEEP_COPIES =
      """
      CREATE TABLE IF NOT EXISTS told (LIKE outbox);
      CREATE OR REPLACE FUNCTION keep_copy() RETURNS trigger LANGUAGE plpgsql
        AS 'BEGIN INSERT INTO told SELECT NEW.*; RETURN NULL; END';
      CREATE OR REPLACE TRIGGER keep_copy AFTER INSERT ON outbox
        FOR EACH ROW EXECUTE FUNCTION keep_copy();
      """;

  private final Pool pool;

  Rows(Pool pool) {
    this.pool = pool;
  }

  void onStart(@Observes StartupEvent started) {
    pool.query(KEEP_COPIES).execute().await().atMost(LIMIT);
  }

  public long count(String table, String applicationId) {
    return Long.parseLong(
        texts("SELECT count(*)::text FROM " + table + " WHERE application_id = $1", applicationId)
            .get(0));
  }

  /** Type and data of what was told about an application, in order. */
  public List<PublishedEvent> events(String applicationId) {
    return texts(
            "SELECT jsonb_build_object('type', type, 'subject', subject, 'data', payload::json)::text"
                + " FROM told WHERE key = $1 ORDER BY seq",
            applicationId)
        .stream()
        .map(PublishedEvent::parse)
        .toList();
  }

  public List<String> texts(String sql, Object parameter) {
    var rows = pool.preparedQuery(sql).execute(Tuple.of(parameter)).await().atMost(LIMIT);
    return StreamSupport.stream(rows.spliterator(), false).map(row -> row.getString(0)).toList();
  }

  /** The rows of a statement without parameters. */
  public List<String> lines(String sql) {
    var rows = pool.query(sql).execute().await().atMost(LIMIT);
    return StreamSupport.stream(rows.spliterator(), false).map(row -> row.getString(0)).toList();
  }

  public void execute(String sql, Object... parameters) {
    pool.preparedQuery(sql).execute(Tuple.from(parameters)).await().atMost(LIMIT);
  }

  /** What was a row of the outbox. */
  public record PublishedEvent(String type, String subject, JsonNode data) {
    static PublishedEvent parse(String json) {
      JsonNode row = Json.parse(json);
      return new PublishedEvent(
          row.path("type").asText(), row.path("subject").asText(), row.path("data"));
    }
  }
}

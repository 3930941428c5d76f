package org.vestibule.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.vestibule.platform.json.Json;

/** Looks into the tables. */
@ApplicationScoped
public class Rows {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private final Pool pool;

  Rows(Pool pool) {
    this.pool = pool;
  }

  public long count(String table, String applicationId) {
    return Long.parseLong(
        texts("SELECT count(*)::text FROM " + table + " WHERE application_id = $1", applicationId)
            .get(0));
  }

  /** Type and data of what was published about an application, in order. */
  public List<PublishedEvent> events(String applicationId) {
    return texts(
            "SELECT jsonb_build_object('type', type, 'subject', subject, 'data', payload::json)::text"
                + " FROM outbox WHERE key = $1 ORDER BY seq",
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

  /** A row of the outbox. */
  public record PublishedEvent(String type, String subject, JsonNode data) {
    static PublishedEvent parse(String json) {
      JsonNode row = Json.parse(json);
      return new PublishedEvent(
          row.path("type").asText(), row.path("subject").asText(), row.path("data"));
    }
  }
}

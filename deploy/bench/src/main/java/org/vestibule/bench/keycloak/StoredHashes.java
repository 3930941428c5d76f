package org.vestibule.bench.keycloak;

import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.vestibule.local.node.PostgresNode;
import org.vestibule.testkit.postgres.PostgresAddress;

/** What the hashes cost that both systems have really stored. */
record StoredHashes(PostgresAddress server) {
  /** Kibibytes, passes and lanes that both must have. */
  static final String WANTED = "argon2id m=7168 t=5 p=1";

  private static final String OURS =
      """
      SELECT 'entity.record_' || t.id
        FROM entity.entity_type t
        JOIN entity.application a ON a.id = t.application_id
       WHERE t.application_id = ? AND t.name = ?
      """;
  private static final String OUR_COSTS =
      "SELECT DISTINCT split_part(passwords #>> '{/password,value}', '$', 2) || ' '"
          + " || replace(split_part(passwords #>> '{/password,value}', '$', 4), ',', ' ') FROM ";
  private static final String THEIR_COSTS = "SELECT DISTINCT credential_data FROM credential";

  /** Fails unless all passwords of both systems were hashed at the same cost. */
  void requireEqual(String application, String type) throws SQLException {
    require("Vestibule", ours(application, type));
    require("Keycloak", theirs());
  }

  private static void require(String system, List<String> costs) {
    if (!costs.equals(List.of(WANTED))) {
      throw new IllegalStateException(
          "the passwords of " + system + " are hashed with " + costs + ", not all with " + WANTED);
    }
  }

  private List<String> ours(String application, String type) throws SQLException {
    try (Connection connection = server.connect(PostgresNode.DATABASE)) {
      String table = texts(connection, OURS, application, type).get(0);
      return texts(connection, OUR_COSTS + table);
    }
  }

  private List<String> theirs() throws SQLException {
    try (Connection connection = server.connect(KeycloakDatabase.NAME)) {
      return texts(connection, THEIR_COSTS).stream().map(StoredHashes::cost).distinct().toList();
    }
  }

  /** The same form for what Keycloak tells of a credential. */
  static String cost(String credentialData) {
    JsonObject data = new JsonObject(credentialData);
    JsonObject more = data.getJsonObject("additionalParameters");
    return data.getString("algorithm")
        + first(more, "type")
        + " m="
        + first(more, "memory")
        + " t="
        + data.getInteger("hashIterations")
        + " p="
        + first(more, "parallelism");
  }

  private static String first(JsonObject values, String name) {
    return values.getJsonArray(name).getString(0);
  }

  private static List<String> texts(Connection connection, String query, String... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<String> texts = new ArrayList<>();
        while (rows.next()) {
          texts.add(rows.getString(1));
        }
        return texts;
      }
    }
  }
}

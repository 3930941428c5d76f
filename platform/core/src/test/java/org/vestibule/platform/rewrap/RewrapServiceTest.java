package org.vestibule.platform.rewrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.platform.TestPlatform;
import org.vestibule.platform.crypto.Keyring;
import org.vestibule.platform.crypto.SecureRandomSource;

class RewrapServiceTest {
  private static final SealedColumn PLACE = new SealedColumn("test_sealed", "secret");
  private static final String OLD_KEY = key("old");
  private static final String NEW_KEY = key("new");
  private final TestPlatform platform = new TestPlatform();
  private final Keyring old = Keyring.parse(OLD_KEY, new SecureRandomSource());
  private final Keyring both = Keyring.parse(NEW_KEY + "," + OLD_KEY, new SecureRandomSource());
  private final Keyring fresh = Keyring.parse(NEW_KEY, new SecureRandomSource());

  @BeforeEach
  void createTable() throws SQLException {
    try (Connection connection = platform.database.connect()) {
      connection
          .createStatement()
          .execute("CREATE TABLE test_sealed (id uuid PRIMARY KEY, secret text)");
    }
  }

  @AfterEach
  void close() {
    platform.close();
  }

  @Test
  void moreThanABatch_isSealedByTheNewKey_once() throws SQLException {
    insertAll();
    RewrapService service =
        new RewrapService(platform.transactions, new RewrapRepository(), both, List.of(PLACE));

    assertThat(platform.await(service.rewrapAll())).isEqualTo(501);
    assertThat(platform.await(service.rewrapAll())).isZero();
    assertThat(openedByTheNewKeyAlone()).isEqualTo(502);
  }

  private int openedByTheNewKeyAlone() throws SQLException {
    int opened = 0;
    try (Connection connection = platform.database.connect();
        ResultSet rows =
            connection
                .createStatement()
                .executeQuery("SELECT id, secret FROM test_sealed WHERE secret IS NOT NULL")) {
      while (rows.next()) {
        String plain = fresh.open("test_sealed", "secret", rows.getString(1), rows.getString(2));
        assertThat(plain).matches("secret \\d+|already");
        opened++;
      }
    }
    return opened;
  }

  private void insertAll() throws SQLException {
    try (Connection connection = platform.database.connect();
        PreparedStatement statement =
            connection.prepareStatement("INSERT INTO test_sealed VALUES (?, ?)")) {
      for (int i = 0; i < 501; i++) {
        insert(statement, old, "secret " + i);
      }
      insert(statement, fresh, "already");
      insert(statement, null, null);
      statement.executeBatch();
    }
  }

  private static void insert(PreparedStatement statement, Keyring keyring, String plain)
      throws SQLException {
    UUID id = UUID.randomUUID();
    statement.setObject(1, id);
    statement.setString(
        2, keyring == null ? null : keyring.seal("test_sealed", "secret", id.toString(), plain));
    statement.addBatch();
  }

  private static String key(String id) {
    return id + ":" + Base64.getEncoder().encodeToString(new SecureRandomSource().bytes(32));
  }
}

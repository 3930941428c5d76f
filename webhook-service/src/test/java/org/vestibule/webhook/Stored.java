package org.vestibule.webhook;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** Looks into the database of the service under test. */
public final class Stored {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private Stored() {}

  /** The first column of all rows as text. */
  public static List<String> column(String sql, Object... values) {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return texts(statement.executeQuery());
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Changes rows. */
  public static void execute(String sql, Object... values) {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Waits until the query has so many rows. */
  public static List<String> awaitRows(int count, String sql, Object... values) {
    long end = System.nanoTime() + LIMIT.toNanos();
    List<String> rows = column(sql, values);
    while (rows.size() < count && System.nanoTime() < end) {
      pause();
      rows = column(sql, values);
    }
    return rows;
  }

  private static List<String> texts(ResultSet rows) throws SQLException {
    List<String> texts = new ArrayList<>();
    while (rows.next()) {
      texts.add(rows.getString(1));
    }
    return texts;
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:" + setting("url"), setting("user"), setting("password"));
  }

  private static String setting(String name) {
    return ConfigProvider.getConfig().getValue("vestibule.database." + name, String.class);
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

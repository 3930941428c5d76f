package org.vestibule.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.platform.TestPlatform;

class WriteTest {
  private final TestPlatform platform = new TestPlatform();
  private final AtomicInteger committed = new AtomicInteger();

  @BeforeEach
  void make() throws SQLException {
    execute("CREATE TABLE item (id integer PRIMARY KEY, value text)");
    execute("CREATE TABLE note (seq integer GENERATED ALWAYS AS IDENTITY, value text)");
    execute("INSERT INTO item VALUES (1, 'one')");
  }

  @AfterEach
  void close() {
    platform.close();
  }

  @Test
  void joinedWrites_happenTogether_eachWithItsOwnValues() throws SQLException {
    Write all = item(2, "two").and(Write.nothing()).and(note("first")).and(note2("second"));

    assertThat(platform.await(platform.transactions.write(all))).isEqualTo(1);

    assertThat(all("SELECT value FROM item ORDER BY id")).containsExactly("one", "two");
    assertThat(all("SELECT value FROM note")).containsExactlyInAnyOrder("first", "second");
    assertThat(committed).hasValue(2);
  }

  @Test
  void whenOneOfThemFails_noneHappens_andNobodyIsTold() throws SQLException {
    Write all = note("never").and(item(1, "again"));

    assertThatThrownBy(() -> platform.await(platform.transactions.write(all)))
        .isInstanceOf(PgException.class);

    assertThat(all("SELECT value FROM note")).isEmpty();
    assertThat(committed).hasValue(0);
  }

  @Test
  void aConsequence_followsOnlyACauseThatWroteARow() throws SQLException {
    assertThat(platform.await(platform.transactions.write(change(7, "x").then(note("of 7")))))
        .isZero();
    assertThat(platform.await(platform.transactions.write(change(1, "y").then(note("of 1")))))
        .isEqualTo(1);

    assertThat(all("SELECT value FROM note")).containsExactly("of 1");
  }

  @Test
  void whatCannotDependOnACause_isRefused() {
    assertThatThrownBy(() -> change(1, "x").then(item(2, "two")))
        .isInstanceOf(IllegalStateException.class);
  }

  /** Events get their numbers in the order in which the changes they tell of are committed. */
  @Test
  void aConsequence_isNumberedBehindTheLockOfItsCause() throws Exception {
    CompletableFuture<Integer> waiting;
    try (Connection first = platform.database.connect()) {
      first.setAutoCommit(false);
      try (Statement statement = first.createStatement()) {
        statement.execute("UPDATE item SET value = 'first' WHERE id = 1");
        waiting =
            CompletableFuture.supplyAsync(
                () ->
                    platform.await(
                        platform.transactions.write(change(1, "second").then(note("second")))));
        awaitLock(statement);
        statement.execute("INSERT INTO note (value) VALUES ('first')");
      }
      first.commit();
    }
    assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo(1);

    assertThat(all("SELECT value FROM note ORDER BY seq")).containsExactly("first", "second");
    assertThat(all("SELECT value FROM item")).containsExactly("second");
  }

  @Test
  void inAUnitOfWork_itEndsWithTheUnit() throws SQLException {
    Uni<Object> failing =
        platform.transactions.run(
            tx ->
                note("never")
                    .in(tx)
                    .chain(() -> Uni.createFrom().failure(new ArithmeticException())));
    assertThatThrownBy(() -> platform.await(failing)).isInstanceOf(ArithmeticException.class);
    assertThat(all("SELECT value FROM note")).isEmpty();
    assertThat(committed).hasValue(0);

    platform.await(platform.transactions.run(tx -> note("kept").in(tx)));
    assertThat(all("SELECT value FROM note")).containsExactly("kept");
    assertThat(committed).hasValue(1);
  }

  @Test
  void nothing_isNotSentAtAll() {
    assertThat(platform.await(platform.transactions.write(Write.nothing()))).isZero();
  }

  private static Write item(int id, String value) {
    return Write.of(
        "made", "made AS (INSERT INTO item (id, value) VALUES ($1, $2) RETURNING 1)", id, value);
  }

  private static Write change(int id, String value) {
    return Write.of(
        "changed", "changed AS (UPDATE item SET value = $2 WHERE id = $1 RETURNING 1)", id, value);
  }

  private Write note(String value) {
    return note("noted", value);
  }

  private Write note2(String value) {
    return note("noted_too", value);
  }

  private Write note(String name, String value) {
    return Write.of(
            name,
            name + " AS (INSERT INTO note (value) SELECT $1::text WHERE true RETURNING 1)",
            value)
        .afterCommit(committed::incrementAndGet);
  }

  private static void awaitLock(Statement statement) throws Exception {
    for (int i = 0; i < 500; i++) {
      try (ResultSet rows =
          statement.executeQuery("SELECT count(*) FROM pg_locks WHERE NOT granted")) {
        rows.next();
        if (rows.getInt(1) > 0) {
          return;
        }
      }
      Thread.sleep(10);
    }
    throw new AssertionError("nobody waited for the row");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = platform.database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> all(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = platform.database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}

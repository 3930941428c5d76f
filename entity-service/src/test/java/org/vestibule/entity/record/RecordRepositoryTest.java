package org.vestibule.entity.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.pgclient.PgException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vestibule.entity.filter.Filter;
import org.vestibule.entity.filter.Order;
import org.vestibule.entity.schema.Blank;
import org.vestibule.entity.schema.TestSchemas;
import org.vestibule.entity.sql.TestSql;
import org.vestibule.entity.type.Conditions;
import org.vestibule.entity.type.EntityType;
import org.vestibule.entity.type.TestTypes;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ProblemException;

class RecordRepositoryTest {
  private static final String APPLICATION = TestTypes.APPLICATION;
  private static final Conditions CONDITIONS = new Conditions(Clock.systemUTC());
  private static TestSql sql;
  private static EntityType type;
  private final RecordRepository records = new RecordRepository();
  private final UniqueValueRepository uniqueValues = new UniqueValueRepository();

  @BeforeAll
  static void open() {
    sql = new TestSql();
    type = TestTypes.store(sql, APPLICATION, TestSchemas.everything());
  }

  @AfterAll
  static void close() {
    sql.close();
  }

  @Test
  void folding_isTheSameForWhatIsAsciiAndWhatIsNot() {
    List<String> texts =
        List.of(
            "",
            "Ab C@X.y",
            "\u00c4\u00d6",
            "\u212b",
            "A\u030a",
            "\ufb01",
            "I\u0130i\u0131",
            "\u1e9e\u00df",
            "~\t\u007f");
    String slow = "SELECT lower(normalize('%1$s', NFKC) COLLATE \"und-x-icu\")";
    for (String text : texts) {
      assertThat(sql.texts("SELECT fold('%s')".formatted(text)))
          .isEqualTo(sql.texts(slow.formatted(text)));
    }
    assertThat(sql.texts("SELECT fold(NULL)")).containsExactly((String) null);
  }

  private long insert(String members) {
    ObjectNode doc = Blank.children(type.schema().root());
    doc.setAll((ObjectNode) Json.parse(members));
    Instant now = Instant.parse("2026-03-01T10:00:00.123456Z");
    RecordRow row = new RecordRow(0, UUID.randomUUID(), now, now, 1, Json.write(doc), null);
    return sql.run(tx -> records.insert(tx, APPLICATION, type, row));
  }

  private List<Long> find(String filter) {
    Sight sight = new Sight(type.schema(), type.schema(), PasswordView.TYPE);
    Search search =
        new Search(
            CONDITIONS.parse(type, type.schema(), filter),
            Order.of(List.of("id"), type.schema()),
            100,
            0,
            Reading.of(type.schema(), sight));
    return sql.run(tx -> records.search(tx, APPLICATION, type, search)).stream()
        .map(RecordRow::id)
        .toList();
  }

  @Test
  void everyComparison_hasItsMeaning() {
    long one =
        insert(
            "{\"text\":\"Stra\u00dfe\",\"exact\":\"B\",\"number\":7,\"amount\":12.5,\"flag\":true,\"day\":\"2026-02-28\",\"time\":\"2026-02-28"
                + " 06:15:00.500000 +0000\","
                + "\"free\":{\"a\":1},\"box\":{\"must\":\"m\",\"inner\":{\"deep\":3}},"
                + "\"items\":[{\"id\":90,\"key\":\"k\",\"parts\":[{\"id\":91,\"serial\":\"s\",\"size\":2}]}]}");
    for (String filter :
        List.of(
            "text = 'STRA\u1e9eE'",
            "exact > 'A'",
            "number > 6 and number < 7.5",
            "amount = 12.50",
            "number < amount",
            "flag",
            "day < '2026-03-01'",
            "time > '2026-02-28 06:15'",
            "time < '2026-02-28 06:15:01'",
            "day < time",
            "created > time",
            "free is not null",
            "box.inner.deep = 3",
            "box is not null",
            "items.parts.size >= 2",
            "items#90.key = 'K'",
            "items.key != 'x'",
            "not items.parts.serial is null",
            "(number = 7) = flag")) {
      String scoped = "id = " + one + " and (" + filter + ")";
      assertThat(find(scoped)).as(filter).containsExactly(one);
    }
  }

  @Test
  void unknown_isNeitherTrueNorFalse() {
    long blank = insert("{}");
    for (String filter :
        List.of("text = 'a'", "text != 'a'", "not (text = 'a')", "number > 0", "flag", "!flag")) {
      assertThat(find("id = " + blank + " and (" + filter + ")")).as(filter).isEmpty();
    }
    assertThat(find("id = " + blank + " and text is null and box is null and items is null"))
        .containsExactly(blank);
  }

  @Test
  void uniqueAttribute_isTakenInAnyCase() {
    insert("{\"code\":\"abc\"}");
    ProblemException taken =
        catchThrowableOfType(ProblemException.class, () -> insert("{\"code\":\"abc\"}"));
    CaptureProblem problem = (CaptureProblem) taken.problem();
    assertThat(problem.code().code()).isEqualTo(361);
    assertThat(problem.members().path("attribute_name").asText()).isEqualTo("/code");
    assertThat(insert("{\"code\":\"ABC\"}")).isPositive();
  }

  @Test
  void uniqueValuesBelowPlurals_areClaimedAndReleased() {
    UniqueRow row = new UniqueRow(serialIndex(), "\u00dcber", true, 11);
    UniqueRow folded = new UniqueRow(serialIndex(), "U\u0308BER", true, 12);
    sql.run(tx -> uniqueValues.insert(tx, APPLICATION, type, 1, List.of(row)));
    assertThatThrownBy(
            () -> sql.run(tx -> uniqueValues.insert(tx, APPLICATION, type, 2, List.of(folded))))
        .isInstanceOf(ProblemException.class);
    sql.run(tx -> uniqueValues.delete(tx, APPLICATION, type, 1, List.of(row)));
    sql.run(tx -> uniqueValues.insert(tx, APPLICATION, type, 2, List.of(folded)));
    sql.run(tx -> uniqueValues.deleteAll(tx, APPLICATION, type, 2));
    sql.run(tx -> uniqueValues.insert(tx, APPLICATION, type, 1, List.of(row)));
  }

  @Test
  void ids_comeInOrderFromOneSequence() {
    long record = insert("{}");
    List<Long> ids = sql.run(tx -> records.nextIds(tx, APPLICATION, type, 3));
    assertThat(ids).isSorted().allMatch(id -> id > record);
  }

  @Test
  void overlay_hidesPasswords() {
    long id = insert("{\"secret\":{\"type\":\"password-sha\"}}");
    Sight hidden = new Sight(type.schema(), type.schema(), PasswordView.HIDDEN);
    Reading reading = Reading.of(type.schema(), hidden);
    Optional<RecordRow> row =
        sql.run(tx -> records.find(tx, APPLICATION, type, Filter.byId(id), reading));
    assertThat(new StoredRecord(type, row.orElseThrow()).text(reading))
        .contains("\"secret\": null")
        .contains("\"created\":\"2026-03-01 10:00:00.123456 +0000\"");
  }

  @Test
  void rowOfAnOlderSchema_isShownComplete() {
    long id = insert("{}");
    sql.execute("UPDATE record_" + type.id() + " SET doc = doc - 'box', schema_version = 0");
    Sight sight = new Sight(type.schema(), type.schema(), PasswordView.TYPE);
    Reading reading = Reading.of(type.schema(), sight);
    RecordRow row =
        sql.run(tx -> records.find(tx, APPLICATION, type, Filter.byId(id), reading)).orElseThrow();
    assertThat(
            Json.parse(new StoredRecord(type, row).text(reading))
                .path("box")
                .path("inner")
                .has("deep"))
        .isTrue();
  }

  @Test
  void texts_areFoldedByTheDatabase() {
    Map<String, String> folded =
        sql.run(tx -> records.folding(tx, Set.of("U\u0308BER", "\u212a"))).folded();
    assertThat(folded).containsEntry("U\u0308BER", "\u00fcber").containsEntry("\u212a", "k");
  }

  @Test
  void statement_endsAtItsLimit() {
    PgException ended =
        catchThrowableOfType(
            PgException.class,
            () ->
                sql.run(
                    tx ->
                        records
                            .limitTime(tx, Duration.ofMillis(50))
                            .chain(() -> tx.connection().query("SELECT pg_sleep(5)").execute())));
    assertThat(ended.getSqlState()).isEqualTo("57014");
  }

  private static int serialIndex() {
    return type.indexes().stream()
        .filter(it -> it.path().equals("/items/parts/serial"))
        .findFirst()
        .orElseThrow()
        .attributeId();
  }
}

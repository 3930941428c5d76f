package org.vestibule.entity.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ProblemException;

/** What is meant to leave its place stays the text that it is, or is refused. */
class FilterInjectionTest {
  private static final List<String> ATTEMPTS =
      List.of(
          "' OR '1'='1",
          "' OR 1=1 --",
          "'; DROP TABLE record_1; --",
          "\\' OR 1=1 --",
          "\\",
          "\\'",
          "''",
          "'||pg_sleep(5)||'",
          "') UNION SELECT passwords::text FROM record_1 --",
          "1; SELECT pg_sleep(5)",
          "$1",
          "$1::text",
          "$$",
          "$tag$ OR TRUE $tag$",
          "E'\\x27'",
          "U&'\\0027'",
          "%",
          "_",
          "a%' ESCAPE '",
          "[a-z]*",
          "^.*$",
          "(?i)a",
          "/* */",
          "--",
          "#",
          ":name",
          "?",
          "{\"$gt\":\"\"}",
          "null",
          "true",
          "now()",
          "current_user",
          "doc->>'text'",
          "fold(text)",
          "\u02bc OR 1=1",
          "\uff07 OR \uff11=\uff11",
          "\u2019; --",
          "a\nb",
          "a\tb",
          "\ud83d\ude00");
  private static final Conditions CONDITIONS = new Conditions(Clock.systemUTC());
  private static final Map<String, Long> IDS = new HashMap<>();
  private static TestSql sql;
  private static EntityType type;
  private static final RecordRepository RECORDS = new RecordRepository();

  @BeforeAll
  static void fill() {
    sql = new TestSql();
    type = TestTypes.store(sql, "app-of-attempts", TestSchemas.everything());
    ATTEMPTS.forEach(it -> IDS.put(it, insert(it)));
  }

  @AfterAll
  static void close() {
    sql.close();
  }

  private static long insert(String text) {
    ObjectNode doc = Blank.children(type.schema().root());
    doc.put("text", text).put("exact", text);
    doc.withArray("items").addObject().put("id", 1).put("label", text);
    Instant now = Instant.parse("2026-03-01T10:00:00Z");
    RecordRow row = new RecordRow(0, UUID.randomUUID(), now, now, 1, Json.write(doc), null);
    return sql.run(tx -> RECORDS.insert(tx, type.applicationId(), type, row));
  }

  @Test
  void attempts_areTexts() {
    for (String attempt : ATTEMPTS) {
      for (String path : List.of("text", "exact", "items.label", "items#1.label")) {
        assertThat(find(path + " = " + quoted(attempt, '\'')))
            .as(attempt)
            .contains(IDS.get(attempt));
        assertThat(find(path + "=" + quoted(attempt, '"'))).as(attempt).hasSizeLessThan(3);
      }
      assertThat(find("exact = " + quoted(attempt, '\''))).containsExactly(IDS.get(attempt));
      assertThat(find("exact != " + quoted(attempt, '\''))).hasSize(ATTEMPTS.size() - 1);
      Filter byKey = CONDITIONS.byValue(type, "/exact", TextNode.valueOf(attempt));
      assertThat(search(byKey)).containsExactly(IDS.get(attempt));
    }
  }

  @Test
  void attemptsInOtherPlaces_areRefused() {
    for (String attempt : ATTEMPTS) {
      refused(() -> find("text = " + attempt + " ~"));
      refused(() -> find(attempt + " = 'a' ~"));
      refused(() -> find("items#" + attempt + ".label = 'a'"));
      refused(() -> Order.of(List.of("text, " + attempt), type.schema()));
      refused(() -> Order.of(List.of("-text" + attempt + " DESC"), type.schema()));
      refused(
          () -> CONDITIONS.byKey(type, type.schema(), "code " + attempt, TextNode.valueOf("a")));
      refused(() -> find("id = '" + attempt.replace("\\", "").replace("'", "") + " 1'"));
      refused(() -> find("uuid = '" + attempt.replace("\\", "").replace("'", "") + "'"));
      refused(() -> find("day > '" + attempt.replace("\\", "").replace("'", "") + " 1'"));
    }
    assertThat(search(Filter.ALL)).hasSize(ATTEMPTS.size());
  }

  private static void refused(Runnable attempt) {
    ProblemException refusal = catchThrowableOfType(ProblemException.class, attempt::run);
    assertThat(refusal).isNotNull();
  }

  private static String quoted(String text, char quote) {
    return quote + text.replace("\\", "\\\\").replace("" + quote, "\\" + quote) + quote;
  }

  private static List<Long> find(String filter) {
    return search(CONDITIONS.parse(type, type.schema(), filter));
  }

  private static List<Long> search(Filter filter) {
    Sight sight = new Sight(type.schema(), type.schema(), PasswordView.TYPE);
    Search search =
        new Search(
            filter,
            Order.of(List.of("id"), type.schema()),
            100,
            0,
            Reading.of(type.schema(), sight));
    return sql.run(tx -> RECORDS.search(tx, type.applicationId(), type, search)).stream()
        .map(RecordRow::id)
        .toList();
  }
}

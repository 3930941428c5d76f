package org.vestibule.entity.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vestibule.entity.date.DateParser;
import org.vestibule.entity.schema.Located;
import org.vestibule.entity.schema.Schema;
import org.vestibule.entity.schema.TestSchemas;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.problem.ProblemException;

class FilterTest {
  private static final Schema USER = TestSchemas.user();
  private static final DateParser DATES =
      new DateParser(Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC));

  @Test
  void email_isComparedAsItsIndexIs() {
    assertSql("email = 'A@example.org'", "(fold(doc->>'email') = fold($1::text))", "A@example.org");
    assertThat(AttributeSql.indexed(Located.in(USER, "/email"))).isEqualTo("fold(doc->>'email')");
  }

  @Test
  void longText_isComparedByItsKey() {
    assertSql(
        "displayName = 'Ann'",
        "(value_key(fold(doc->>'displayName')) = value_key(fold($1::text)))",
        "Ann");
    assertSql("displayName > 'Ann'", "(fold(doc->>'displayName') > fold($1::text))", "Ann");
  }

  @Test
  void columns_areComparedAsTheyAre() {
    OffsetDateTime day = OffsetDateTime.parse("2016-01-02T00:00:00Z");
    assertSql("id>5", "(id > $1::bigint)", 5L);
    assertSql("created>='01/02/2016'", "(created >= $1::timestamptz)", day);
    assertSql("'01/02/2016' < lastUpdated", "(last_updated > $1::timestamptz)", day);
    assertSql("id > 1.5", "(id::numeric > $1::text::numeric)", "1.5");
    assertSql(
        "id < 99999999999999999999", "(id::numeric < $1::text::numeric)", "99999999999999999999");
    assertSql("created = lastUpdated", "(created = last_updated)");
    UUID uuid = UUID.fromString("3f1c5c0e-8a52-4b7c-9a1d-5d0f5b2e7a10");
    assertSql("uuid = '" + uuid + "'", "(uuid = $1::uuid)", uuid);
  }

  @Test
  void dates_areComparedInStoredForm() {
    assertSql(
        "birthday > '2012-06-13 18:02:56.012122 +0000'",
        "(doc->>'birthday' > $1::text)",
        "2012-06-13");
    assertSql(
        "lastLogin > 'yesterday'", "(doc->>'lastLogin' > $1::text)", "2026-02-28 00:00:00 +0000");
    assertSql(
        "birthday < lastLogin",
        "((doc->>'birthday' || ' 00:00:00 +0000')::timestamptz <"
            + " (doc->>'lastLogin')::timestamptz)");
  }

  @Test
  void precedence_isAsDocumented() {
    assertSql(
        "not gender is null or gender = 'a' and id > 1",
        "((NOT ((doc->>'gender' IS NULL))) OR ((fold(doc->>'gender') = fold($1::text))"
            + " AND (id > $2::bigint)))",
        "a",
        1L);
  }

  @Test
  void plural_isTrueWhenAnElementIs() {
    assertSql(
        "photos.type = 'a'",
        "EXISTS (SELECT 1 FROM jsonb_array_elements(doc->'photos') AS e1"
            + " WHERE (e1.value->>'type' = $1::text))",
        "a");
    assertSql(
        "profiles.profile.emails.primary = true",
        "EXISTS (SELECT 1 FROM jsonb_array_elements(doc->'profiles') AS e1,"
            + " jsonb_array_elements(e1.value->'profile'->'emails') AS e2"
            + " WHERE ((e2.value->>'primary')::boolean = $1::boolean))",
        true);
    assertSql("clients is not null", "(NOT (coalesce(jsonb_array_length(doc->'clients'), 0) = 0))");
  }

  @Test
  void uniqueValueOfPlural_isLookedUp() {
    assertSql(
        "profiles.identifier = 'x'",
        "(id IN (SELECT record_id FROM unique_value WHERE type_id = $1::bigint"
            + " AND attribute_id = $2::integer AND value_key = value_key(fold($3::text))))",
        7L,
        3,
        "x");
  }

  @Test
  void attributesOfOnePlural_areThoseOfOneElement() {
    assertSql(
        "photos.type = photos.value",
        "EXISTS (SELECT 1 FROM jsonb_array_elements(doc->'photos') AS e1"
            + " WHERE (e1.value->>'type' = e1.value->>'value'))");
    assertSql(
        "photos.type = photos#5.value",
        "EXISTS (SELECT 1 FROM jsonb_array_elements(doc->'photos') AS e1,"
            + " jsonb_array_elements(doc->'photos') AS e2"
            + " WHERE (e2.value->>'id')::bigint = $1::bigint"
            + " AND (e1.value->>'type' = e2.value->>'value'))",
        5L);
  }

  @Test
  void object_isNullWhenAllChildrenAre() {
    assertSql(
        "optIn is null",
        "(((doc->'optIn'->>'status' IS NULL) AND (doc->'optIn'->>'updated' IS NULL)))");
  }

  @Test
  void conditionsAndConstants_canBeCombined() {
    assertSql("optIn.status", "((doc->'optIn'->>'status')::boolean = $1::boolean)", true);
    assertSql("(id = 1) = true", "((id = $1::bigint) = TRUE)", 1L);
    assertSql("1 = 2", "($1::text::numeric = $2::text::numeric)", "1", "2");
    assertSql("'1' = 1", "($1::text::numeric = $2::text::numeric)", "1", "1");
    assertSql("'1' = '1'", "($1::text = $2::text)", "1", "1");
    assertSql("", "TRUE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gender='male' and birthday>'2012-06-13 18:02:56.012122 +0000'",
        "id > 5 and clients is not null",
        "id>0 and lastUpdated>'2026-02-18 15:38:36.133000 +0000'",
        "created>='01/02/2016' and created<'01/03/2016'",
        "email = 'a@example.org'",
        "lastUpdated > '2000-01-01'",
        "displayName is null AND (gender = 'female')",
        "(gender = 'male')AND(birthday >= '1990-01-01')",
        "id > '10'",
        "gender = \"male\"",
        "givenName = 'O\\'Neil \\\\ x'",
        "! (gender = 'a')",
        "password is null",
        "profiles.provider is not null",
        "/primaryAddress/city = 'Leiden'",
        "profiles#12.domain = 'a'"
      })
  void realFilters_areUnderstood(String filter) {
    assertThat(Filter.parse(filter, USER, DATES, located -> Optional.empty())).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          nope = 1                | Unknown attribute (nope)
          primaryAddress.no = 'x' | Unknown attribute (primaryAddress.no)
          id = 'abc'              | 'abc' is not a number
          gender = 5              | '5' is not a text
          birthday > 'x'          | 'x' is not a date
          uuid = 'x'              | 'x' is not a uuid
          email = null            | unexpected 'null' at position 9
          email =                 | unexpected the end at position 8
          (email = 'a'            | unexpected the end at position 13
          password = 'x'          | /password cannot be compared in this way
          display = 'x'           | /display cannot be compared in this way
          optIn.status > true     | /optIn/status cannot be compared in this way
          email                   | /email is not a condition
          gender = birthday       | the types of the attributes differ
          email = 'a              | the text is not closed at position 9
          email ~ 'a'             | unexpected character at position 7
          'a' is null             | only an attribute can be null
          """)
  void nonsense_isExplained(String filter, String reason) {
    ProblemException refused = refusal(filter);
    CaptureProblem problem = (CaptureProblem) refused.problem();
    assertThat(problem.code().code()).isEqualTo(200);
    assertThat(problem.members().path("argument_name").asText()).isEqualTo("filter");
    assertThat(problem.description())
        .isEqualTo("filter was not valid for the following reason: " + reason);
  }

  @Test
  void contains_isNotSupportedAnyMore() {
    CaptureProblem problem = (CaptureProblem) refusal("email contains 'x'").problem();
    assertThat(problem.code().code()).isEqualTo(485);
  }

  @Test
  void size_isLimited() {
    assertThat(refusal("id = 1 or ".repeat(2_000) + "id = 1")).isNotNull();
    assertThat(refusal("(".repeat(65) + "id = 1" + ")".repeat(65))).isNotNull();
    assertThat(refusal("not ".repeat(65) + "optIn.status")).isNotNull();
  }

  private static ProblemException refusal(String filter) {
    return catchThrowableOfType(
        ProblemException.class,
        () -> Filter.parse(filter, USER, DATES, located -> Optional.empty()));
  }

  private static void assertSql(String filter, String sql, Object... parameters) {
    SqlWriter writer = new SqlWriter();
    Filter parsed =
        Filter.parse(
            filter,
            USER,
            DATES,
            located ->
                Optional.of(new PluralKey(7, 3))
                    .filter(it -> located.path().wireName().equals("/profiles/identifier")));
    assertThat(parsed.sql(writer)).isEqualTo(sql);
    assertThat(writer.parameters()).containsExactly(parameters);
  }
}

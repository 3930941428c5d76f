package org.vestibule.entity.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.vestibule.entity.date.DateParser;
import org.vestibule.entity.schema.Schema;
import org.vestibule.entity.schema.TestSchemas;
import org.vestibule.platform.problem.ProblemException;

class FilterPropertyTest {
  private static final Schema SCHEMA = TestSchemas.everything();
  private static final DateParser DATES = new DateParser(Clock.systemUTC());
  private static final String MARK = "Zq7";

  @Property(tries = 2_000)
  void grammaticalFilter_bindsEveryTextOfTheAuthor(@ForAll("filters") String filter) {
    SqlWriter writer = new SqlWriter();
    String sql = parse(filter).sql(writer);
    assertThat(sql).doesNotContain(MARK).doesNotContain(";").doesNotContain("--");
    assertThat(sql.chars().filter(it -> it == '(').count())
        .isEqualTo(sql.chars().filter(it -> it == ')').count());
    assertThat(placeholders(sql)).isEqualTo(writer.parameters().size());
  }

  @Property(tries = 3_000)
  void anyText_isAnsweredAndNeverCopied(@ForAll("noise") String filter) {
    try {
      String sql = parse(filter).sql(new SqlWriter());
      assertThat(sql).doesNotContain(MARK);
    } catch (ProblemException refused) {
      assertThat(refused.problem()).isNotNull();
    }
  }

  @Provide
  Arbitrary<String> filters() {
    return Arbitraries.lazyOf(
        this::comparison, this::comparison, this::negation, this::junction, this::nullTest);
  }

  @Provide
  Arbitrary<String> noise() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "text",
            "items.key",
            "'",
            "\"",
            "\\",
            "(",
            ")",
            " and ",
            " or ",
            "not ",
            "is null",
            "=",
            "!=",
            ">",
            "<=",
            "1",
            "-2.5",
            "'" + MARK + "'",
            ";--",
            "$1",
            "contains",
            "é",
            "\0",
            "#",
            "doc->>'x'",
            "true",
            "/",
            ".");
    return pieces.list().ofMaxSize(14).map(list -> String.join("", list));
  }

  private Arbitrary<String> comparison() {
    Arbitrary<String> texts =
        Combinators.combine(
                Arbitraries.of("text", "exact", "box.must", "items.label", "items.parts.serial"),
                Arbitraries.of("=", "!=", "<", ">="),
                Arbitraries.strings().withChars("a'\\\";)-$1 \n").ofMaxLength(8))
            .as((path, operator, text) -> path + operator + quoted(MARK + text));
    Arbitrary<String> numbers =
        Combinators.combine(
                Arbitraries.of("id", "number", "amount", "box.inner.deep", "items.parts.size"),
                Arbitraries.of(" > ", " = ", "<="),
                Arbitraries.longs())
            .as((path, operator, number) -> path + operator + number);
    return Arbitraries.oneOf(texts, numbers);
  }

  private Arbitrary<String> nullTest() {
    return Combinators.combine(
            Arbitraries.of("text", "free", "secret", "box", "items", "items.note.line", "day"),
            Arbitraries.of(" is null", " IS NOT NULL"))
        .as((path, test) -> path + test);
  }

  private Arbitrary<String> negation() {
    return filters().map(filter -> "not (" + filter + ")");
  }

  private Arbitrary<String> junction() {
    return Combinators.combine(filters(), Arbitraries.of(" and ", " OR "), filters())
        .as((left, operator, right) -> "(" + left + ")" + operator + "(" + right + ")");
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private static Filter parse(String filter) {
    return Filter.parse(filter, SCHEMA, DATES, located -> Optional.empty());
  }

  private static long placeholders(String sql) {
    return Pattern.compile("\\$[0-9]+::").matcher(sql).results().count();
  }
}

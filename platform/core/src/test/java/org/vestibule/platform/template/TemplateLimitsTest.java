package org.vestibule.platform.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vestibule.platform.json.Json;

class TemplateLimitsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "abc {*name         | a tag opens with {* and is not closed by *} (line 1, column 5)",
        "{**}               | a tag has no valid name (line 1, column 1)",
        "{*#*}              | a tag has no valid name (line 1, column 1)",
        "{*a b*}            | a tag has no valid name (line 1, column 1)",
        "{*&#a*}            | a tag has no valid name (line 1, column 1)",
        "{*> other*}        | a tag has no valid name (line 1, column 1)",
        "{*a..b*}           | a tag has no valid name (line 1, column 1)",
        "x{*#a*}y           | section a is never closed (line 1, column 2)",
        "x{*/a*}y           | section a is closed but was not opened (line 1, column 2)",
        "{*#a*}{*#b*}{*/a*} | section b is open where a is closed (line 1, column 13)"
      })
  void malformedTemplate_saysWhatAndWhere(String source, String message) {
    assertThatThrownBy(() -> Template.parse(source))
        .isInstanceOf(TemplateException.class)
        .hasMessage(message);
  }

  @Test
  void position_countsLines() {
    assertThatThrownBy(() -> Template.parse("one\ntwo\n  {*#a*}\n"))
        .isInstanceOfSatisfying(
            TemplateException.class,
            e -> {
              assertThat(e.line()).isEqualTo(3);
              assertThat(e.column()).isEqualTo(3);
            });
  }

  @Test
  void deepNesting_isRefused() {
    String opened = "{*#a*}".repeat(32);
    Template.parse(opened + "{*/a*}".repeat(32));
    assertRefused(() -> Template.parse(opened + "{*#a*}" + "{*/a*}".repeat(33)));
  }

  @Test
  void hugeTemplate_isRefused() {
    assertRefused(() -> Template.parse("x".repeat(256 * 1024 + 1)));
  }

  @Test
  void hugeOutput_isRefused() {
    ObjectNode user = Json.object().put("name", "x".repeat(600_000));
    assertRefused(() -> render("{*user.name*}{*user.name*}", user));
  }

  @Test
  void nestedRepetition_isRefusedByItsSum() {
    ObjectNode user = Json.object();
    ArrayNode list = user.putArray("list");
    for (int i = 0; i < 200; i++) {
      list.add(i);
    }
    String once = "{*#user.list*}.{*/user.list*}";
    assertThat(render(once, user)).hasSize(200);
    assertRefused(() -> render("{*#user.list*}{*#user.list*}.{*/user.list*}{*/user.list*}", user));
  }

  private static String render(String source, ObjectNode user) {
    TemplateContext context = new TemplateContext(Map.of(), Json.object(), user);
    return Template.parse(source).render(context, OutputKind.TEXT_BODY);
  }

  private static void assertRefused(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(TemplateException.class);
  }
}

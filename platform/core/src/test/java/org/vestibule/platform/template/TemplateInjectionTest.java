package org.vestibule.platform.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vestibule.platform.json.Json;

/** Values that strangers choose must stay values (attack classes D1, D3 and D4). */
class TemplateInjectionTest {

  private static final String RAW_NAME = "{*#user*}{*&displayName*}{*/user*}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{7*7}}",
        "${7*7}",
        "#{7*7}",
        "<%= 7*7 %>",
        "{* #user *}",
        "{*settings.api_key*}",
        "{*&email_verification_url*}",
        "{*/user*}",
        "{*",
        "*}"
      })
  void templateSyntaxInAValue_isPrintedLiterally(String value) {
    assertThat(render(RAW_NAME, value, OutputKind.TEXT_BODY)).isEqualTo(value);
    assertThat(render(RAW_NAME + RAW_NAME, value, OutputKind.TEXT_BODY)).isEqualTo(value + value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{*#user*}{*&displayName*}{*/user*}",
        "{*&user.displayName*}",
        "{*#user*}{*#settings*}{*&displayName*}{*/settings*}{*/user*}",
        "{*#user*}{*#displayName*}{*&.*}{*/displayName*}{*/user*}",
        "{*#user*}{*#list*}{*&name*}{*/list*}{*/user*}"
      })
  void profileValue_isAlwaysEscapedInHtml(String source) {
    String hostile = "<img src=x onerror='alert(\"1\")'>`&";
    assertThat(render(source, hostile, OutputKind.HTML_BODY))
        .isEqualTo("&lt;img src=x onerror=&#39;alert(&quot;1&quot;)&#39;&gt;&#96;&amp;");
  }

  @Test
  void settingsAndLinks_mayBeRawInHtml() {
    assertThat(render("{*#settings*}{*&footer*}{*/settings*}", "x", OutputKind.HTML_BODY))
        .isEqualTo("<p>us</p>");
    assertThat(render("{*#user*}{*&email_verification_url*}{*/user*}", "x", OutputKind.HTML_BODY))
        .isEqualTo("https://example.com/?a=1&b=2");
    assertThat(render("{*email_verification_url*}", "x", OutputKind.HTML_BODY))
        .isEqualTo("https://example.com/?a=1&amp;b=2");
  }

  @ParameterizedTest
  @EnumSource(OutputKind.class)
  void profileAttribute_cannotReplaceALink(OutputKind kind) {
    TemplateContext hostile =
        new TemplateContext(
            Map.of("password_recover_url", "https://example.com/reset"),
            Json.object(),
            TemplateTest.object("{'password_recover_url':'https://evil.example.com'}"));
    String source = "{*#user*}{*&password_recover_url*}{*/user*}";
    assertThat(Template.parse(source).render(hostile, kind)).isEqualTo("https://example.com/reset");
  }

  @Test
  void controlCharacters_neverReachASubject() {
    String hostile = "Jo\r\nBcc: all@example.com\u0000\u2028\u2029\u0085\ud800!";
    assertThat(render("Hi\n " + RAW_NAME, hostile, OutputKind.SUBJECT))
        .isEqualTo("Hi JoBcc: all@example.com!");
  }

  @Test
  void charactersOutsideTheBasicPlane_surviveInASubject() {
    assertThat(render(RAW_NAME, "Zoë 🎉", OutputKind.SUBJECT)).isEqualTo("Zoë 🎉");
  }

  private static String render(String source, String name, OutputKind kind) {
    TemplateContext context =
        new TemplateContext(
            Map.of("email_verification_url", "https://example.com/?a=1&b=2"),
            TemplateTest.object("{'footer':'<p>us</p>','api_key':'s3cret'}"),
            Json.object().put("displayName", name));
    context.user().putArray("list").addObject().put("name", name);
    return Template.parse(source).render(context, kind);
  }
}

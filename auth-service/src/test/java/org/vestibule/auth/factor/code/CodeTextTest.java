package org.vestibule.auth.factor.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.form.TestFlows;

class CodeTextTest {

  @Test
  void flowWithoutMessages_thenTheDocumentedTexts() {
    CodeText text = new CodeText(MissingNode.getInstance(), "123456", "Shop");

    assertThat(text.sms()).isEqualTo("123456 is your Shop code.");
    assertThat(text.subject()).isEqualTo("Your Shop code");
    assertThat(text.text()).isEqualTo("Enter 123456 to continue at Shop.");
    assertThat(text.html()).isEqualTo("<p>Enter 123456 to continue at Shop.</p>");
  }

  @Test
  void nameOfTheSite_whenHostile_thenNoMarkupNoHeaderAndNoTag() {
    JsonNode message =
        TestFlows.json(
            "{'sms':'{{site_name}}','email':{'subject':'{{site_name}}','text':'{{site_name}}','html':'<p>{{site_name}}</p>'}}");

    CodeText text = new CodeText(message, "123456", "<b>\"{{code}}\"</b>\r\nBcc: x@example.com");

    assertThat(text.sms()).isEqualTo("<b>\"{{code}}\"</b> Bcc: x@example.com");
    assertThat(text.subject()).doesNotContain("\r", "\n", "123456");
    assertThat(text.html())
        .isEqualTo("<p>&lt;b&gt;&quot;{{code}}&quot;&lt;/b&gt; Bcc: x@example.com</p>");
  }

  @Test
  void otherTags_areLeftAsTheyAre() {
    JsonNode message = TestFlows.json("{'sms':'{{ code }} {{email}} {*#user*}{*email*}{*/user*}'}");

    assertThat(new CodeText(message, "123456", "Shop").sms())
        .isEqualTo("123456 {{email}} {*#user*}{*email*}{*/user*}");
  }
}

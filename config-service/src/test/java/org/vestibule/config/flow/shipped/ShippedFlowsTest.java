package org.vestibule.config.flow.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vestibule.config.flow.document.FlowDocument;
import org.vestibule.config.flow.document.LocalizedParts;
import org.vestibule.config.flow.document.Section;
import org.vestibule.config.flow.document.TextPaths;
import org.vestibule.platform.template.Template;

/** Both flows are whole in all six languages. */
class ShippedFlowsTest {
  private static final ShippedFlows FLOWS = new ShippedFlows();

  @ParameterizedTest
  @ValueSource(strings = {"standard", "legacy"})
  void everyText_isThereInEveryLanguageAndUsed(String name) {
    FlowDocument flow = FLOWS.document(name);
    TextPaths paths = TextPaths.of(flow);

    assertThat(flow.locales())
        .containsExactly("en-US", "de-DE", "fr-FR", "es-ES", "pt-BR", "ja-JP");
    flow.all(Section.TEXT)
        .forEach(
            (key, texts) -> {
              assertThat(paths.of(key)).as(key).isNotEmpty();
              assertThat(texts.size()).isEqualTo(6);
              texts.forEach(it -> assertThat(it.asText()).as(paths.of(key)).isNotBlank());
            });
    keys(flow).forEach(it -> assertThat(flow.find(Section.TEXT, it)).as(it).isPresent());
  }

  private static List<String> keys(FlowDocument flow) {
    List<String> keys = new ArrayList<>();
    flow.all(Section.ITEM).values().forEach(it -> keys.addAll(it.findValuesAsText("key")));
    return keys;
  }

  @ParameterizedTest
  @ValueSource(strings = {"standard", "legacy"})
  void everyForm_namesFieldsAndScreensThatExist(String name) {
    FlowDocument flow = FLOWS.document(name);
    for (ObjectNode item : flow.all(Section.ITEM).values()) {
      for (JsonNode field : item.path("fields")) {
        assertThat(flow.find(Section.ITEM, field.asText())).as(field.asText()).isPresent();
      }
      if (item.has("next")) {
        assertThat(flow.find(Section.SCREEN, item.get("next").asText())).isPresent();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "fr-FR", "es-ES", "pt-BR", "ja-JP"})
  void everyMail_isATemplateWithItsLink(String locale) {
    Map<String, ObjectNode> mails =
        LocalizedParts.of(FLOWS.document("standard"), Section.MAIL, locale);
    assertThat(mails).hasSize(5);
    mails.forEach(
        (name, mail) -> {
          assertThat(mail.size()).isEqualTo(3);
          mail.forEach(it -> assertThat(Template.parse(it.asText())).isNotNull());
          assertThat(mail.path("subject").asText()).contains("site_name").doesNotContain("\n");
        });
    assertThat(mails.get("passwordRecover").path("text").asText())
        .contains("{*&password_recover_url*}");
    assertThat(mails.get("passwordRecover").path("html").asText())
        .contains("\"{*password_recover_url*}\"");
    assertThat(mails.get("registrationVerification").path("html").asText())
        .contains("\"{*email_verification_url*}\"");
    assertThat(FLOWS.messages(locale).get("secondFactor").path("sms").asText())
        .contains("{{code}}", "{{site_name}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "userInformationForm",
        "registrationForm",
        "socialRegistrationForm",
        "tradAuthenticateMergeForm",
        "newPasswordForm",
        "resetPasswordRequestForm"
      })
  void legacy_hasTheFormsOfOldSamples(String form) {
    assertThat(FLOWS.document("legacy").find(Section.ITEM, form)).isPresent();
  }
}

package org.vestibule.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vestibule.e2e.stack.Call;
import org.vestibule.e2e.stack.Mailbox;
import org.vestibule.e2e.stack.People;
import org.vestibule.e2e.stack.Reply;
import org.vestibule.e2e.stack.Stack;
import org.vestibule.e2e.stack.Tenant;
import org.vestibule.testkit.Waiting;

/** People are spoken to in their language, and an edited flow says what the editor wrote. */
class LanguagesJourneyTest {
  /** The message for a missing display name, and words of the subject of a reset mail. */
  private static final Map<String, List<String>> LANGUAGES =
      Map.of(
          "en-US", List.of("Display name is required.", "Reset your password"),
          "de-DE", List.of("Bitte geben Sie einen Anzeigenamen ein.", "Setzen Sie Ihr Passwort"),
          "fr-FR", List.of("Veuillez saisir un nom affiché.", "Réinitialisez votre mot de passe"),
          "es-ES", List.of("Introduzca un nombre visible.", "Restablezca su contraseña"),
          "pt-BR", List.of("Informe um nome de exibição.", "Redefina sua senha"),
          "ja-JP", List.of("表示名を入力してください。", "パスワードの再設定"));

  private final Tenant tenant = Stack.shared().demo();

  @TestFactory
  Stream<DynamicTest> formsAndMails_speakTheLanguageOfTheCall() {
    return LANGUAGES.entrySet().stream()
        .map(it -> dynamicTest(it.getKey(), () -> speaks(it.getKey(), it.getValue())));
  }

  private void speaks(String locale, List<String> texts) {
    String email = People.newEmail();
    Reply refused =
        People.registration(tenant, email).form("displayName", "").form("locale", locale).send();
    assertThat(refused.at("/invalid_fields/displayName/0")).isEqualTo(texts.get(0));
    People.register(tenant, email);

    People.forgotPassword(tenant, email).form("locale", locale).send();

    Mailbox mails = new Mailbox(tenant);
    assertThat(
            Waiting.until(
                () ->
                    mails.to(email).stream()
                        .anyMatch(it -> it.path("subject").asText().contains(texts.get(1))),
                Duration.ofSeconds(15)))
        .as("a mail to %s with the subject %s", email, texts.get(1))
        .isTrue();
  }

  @Test
  void editedFlow_saysWhatTheEditorWrote() {
    String name = "t" + UUID.randomUUID().toString().replace("-", "");
    config("POST", "standard/copy", "{\"name\":\"" + name + "\"}");
    Reply field = config("GET", name + "/locales/en-US/fields/displayName", "");
    String changed = field.text().replace("Display name is required.", "Tell us your name.");
    assertThat(config("PUT", name + "/locales/en-US/fields/displayName", changed).status())
        .isEqualTo(204);
    String version = config("GET", name, "").at("/version");

    Reply refused =
        People.registration(tenant, People.newEmail())
            .form("displayName", "")
            .form("flow", name)
            .form("flow_version", version)
            .send();

    assertThat(refused.at("/invalid_fields/displayName/0")).isEqualTo("Tell us your name.");
  }

  private Reply config(String method, String rest, String json) {
    String path = "/config/" + tenant.applicationId() + "/flows/" + rest;
    Call call = Call.of(method, tenant.baseUrl(), path).basic(tenant, "owner");
    return json.isEmpty() ? call.send() : call.json(json).send();
  }
}

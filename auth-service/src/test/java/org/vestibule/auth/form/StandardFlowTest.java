package org.vestibule.auth.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vestibule.platform.json.Json;

/** The flow that every new application gets, read by this engine (authentication.md 7.2). */
class StandardFlowTest {
  private final JsonNode document = document();

  @Test
  void signInForm_isTheOnlyOneOfItsKind() {
    assertThat(flow().forms("traditionalSignin"))
        .extracting(FlowForm::name)
        .containsExactly("signInForm");
    assertThat(names("signInForm", "traditionalSignin"))
        .containsExactly("signInEmailAddress", "currentPassword");
  }

  @Test
  void registrationForms_haveTheirFields() {
    assertThat(names("registrationForm", "traditionalRegistration"))
        .containsExactly(
            "firstName",
            "lastName",
            "emailAddress",
            "displayName",
            "newPassword",
            "newPasswordConfirm");
    assertThat(names("traditionalRegistrationForm", "traditionalRegistration"))
        .containsExactly("displayName", "emailAddress", "newPassword", "newPasswordConfirm");
  }

  @Test
  void registration_whenOnlyTheRequiredFields_thenValid() {
    assertThat(
            messages(
                "registrationForm",
                Map.of(
                    "emailAddress", "jo@example.com",
                    "displayName", "Jo",
                    "newPassword", "Test.123",
                    "newPasswordConfirm", "Test.123")))
        .isEmpty();
  }

  @Test
  void registration_whenEmpty_thenToldInTheDocumentedWords() {
    assertThat(messages("registrationForm", Map.of()))
        .containsKeys("emailAddress", "newPassword", "newPasswordConfirm")
        .containsEntry("displayName", List.of("Display name is required."));
  }

  @Test
  void birthdate_whenNoDate_thenToldInTheDocumentedWords() {
    FlowForm form = flow().form("editProfileForm", "profileUpdate").orElseThrow();

    assertThat(process(form, Map.of("birthdate", "soon")).invalid().messages().get("birthdate"))
        .containsExactly("Birthdate is not a valid date.");
    assertThat(process(form, Map.of("birthdate", "2012-01-01")).invalid().names("birthdate"))
        .isTrue();
  }

  private List<String> names(String form, String action) {
    return flow().form(form, action).orElseThrow().fields().stream().map(FormField::name).toList();
  }

  private Map<String, List<String>> messages(String form, Map<String, String> parameters) {
    FlowForm found = flow().form(form, "traditionalRegistration").orElseThrow();
    return process(found, parameters).invalid().messages();
  }

  private static ProcessedForm process(FlowForm form, Map<String, String> parameters) {
    return new FormProcessor(
            TestFlows.userSchema(), name -> Optional.empty(), LocalDate.of(2026, 3, 11))
        .process(form, TestFlows.given(parameters));
  }

  private Flow flow() {
    return new Flow("standard", "1", "en-US", document);
  }

  /** The structure with its texts in one language, as a stored version has them. */
  private static JsonNode document() {
    JsonNode texts = shipped("texts/en-US.json").path("translations");
    ObjectNode document = (ObjectNode) shipped("standard.json");
    document.putObject("translations").set("en-US", texts);
    return document;
  }

  private static JsonNode shipped(String name) {
    Path root = Path.of(System.getProperty("project.root", ".."));
    Path flows = root.resolve("config-service/src/main/resources/flows");
    try {
      return Json.parse(Files.readAllBytes(flows.resolve(name)));
    } catch (IOException missing) {
      throw new IllegalStateException(
          "the standard flow is not where config-service keeps it", missing);
    }
  }
}

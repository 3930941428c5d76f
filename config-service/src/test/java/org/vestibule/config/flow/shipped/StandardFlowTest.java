package org.vestibule.config.flow.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.vestibule.config.flow.document.WireDocument;
import org.vestibule.platform.template.Template;

class StandardFlowTest {
  private static final Set<String> SCHEMA =
      Set.of(
          "email",
          "password",
          "displayName",
          "givenName",
          "middleName",
          "familyName",
          "gender",
          "birthday",
          "optIn.status",
          "primaryAddress.address1",
          "primaryAddress.address2",
          "primaryAddress.city",
          "primaryAddress.zip",
          "primaryAddress.stateAbbreviation",
          "primaryAddress.country",
          "primaryAddress.phone",
          "primaryAddress.mobile");
  private static final Map<String, Set<String>> RULES =
      Map.of(
          "email", Set.of("required", "format", "maxLength", "unique"),
          "password", Set.of("required", "minLength", "maxLength", "match", "notBreached"),
          "text", Set.of("required", "maxLength"),
          "select", Set.of("matchOptions"),
          "dateselect", Set.of("format", "minYears"),
          "checkbox", Set.of());

  private final ObjectNode document =
      WireDocument.of(
          "standard", "20260311094207004518", new ShippedFlows().document(ShippedFlows.STANDARD));
  private final JsonNode fields = document.path("fields");
  private final JsonNode texts = document.path("translations").path("en-US");

  @Test
  void document_namesItselfFirst() {
    assertThat(document.fieldNames().next()).isEqualTo("name");
    assertThat(document.path("version").asText()).isEqualTo("20260311094207004518");
    assertThat(strings(document.path("schemas"))).containsExactly("user");
    assertThat(strings(document.path("userData"))).containsExactly("email", "displayName");
    assertThat(strings(document.path("authProfileData")))
        .containsExactly("name", "verifiedEmail", "identifier");
  }

  @Test
  void everyKey_hasAText_andEveryTextIsUsed() {
    Set<String> used = new TreeSet<>();
    forEachKey(fields, used::add);

    assertThat(used).allMatch(key -> key.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
    assertThat(names(texts)).isEqualTo(used);
    texts.forEach(text -> assertThat(text.asText()).isNotBlank());
  }

  @Test
  void everyForm_isMadeOfFieldsAndLeadsToAScreen() {
    ofType("form")
        .forEach(
            (name, form) -> {
              assertThat(strings(form.path("fields"))).as(name).allMatch(it -> isInput(it));
              if (form.has("next")) {
                assertThat(document.path("screens").has(form.path("next").asText())).isTrue();
              }
            });
  }

  @Test
  void forms_haveTheDocumentedFieldsInOrder() {
    assertForm("signInForm", "traditionalSignin", "signInEmailAddress", "currentPassword");
    assertForm(
        "registrationForm",
        "traditionalRegistration",
        "firstName",
        "lastName",
        "emailAddress",
        "displayName",
        "newPassword",
        "newPasswordConfirm");
    assertForm(
        "traditionalRegistrationForm",
        "traditionalRegistration",
        "displayName",
        "emailAddress",
        "newPassword",
        "newPasswordConfirm");
    assertForm(
        "socialRegistrationForm",
        "socialRegistration",
        "firstName",
        "lastName",
        "emailAddress",
        "displayName");
    assertForm("forgotPasswordForm", "passwordReset", "signInEmailAddress");
    assertForm("resetPasswordForm", "passwordReset", "signInEmailAddress");
    assertForm("resendVerificationForm", "verifyEmail", "signInEmailAddress");
    assertForm(
        "changePasswordForm",
        "profileUpdate",
        "currentPassword",
        "newPassword",
        "newPasswordConfirm");
    assertForm("changePasswordFormNoAuth", "profileUpdate", "newPassword", "newPasswordConfirm");
    assertForm(
        "editProfileForm",
        "profileUpdate",
        "firstName",
        "lastName",
        "gender",
        "birthdate",
        "displayName",
        "emailAddress",
        "phone",
        "addressStreetAddress1",
        "addressStreetAddress2",
        "addressCity",
        "addressPostalCode",
        "addressState",
        "addressCountry");
    assertForm("deactivateAccountForm", "accountDeactivation");
    assertThat(ofType("form").keySet()).hasSize(13);
  }

  @Test
  void everyField_isAnAttributeOfTheDefaultSchemaWithRulesOfItsType() {
    inputs()
        .forEach(
            (name, field) -> {
              assertThat(SCHEMA).as(name).contains(field.path("schemaId").asText());
              assertThat(rules(field)).as(name).isSubsetOf(RULES.get(field.path("type").asText()));
            });
  }

  @Test
  void schemaInfo_namesTheAttributeOfEveryField() {
    JsonNode paths = document.path("schema_info").path("paths");
    assertThat(names(paths)).isEqualTo(inputs().keySet());
    inputs()
        .forEach((name, field) -> assertThat(paths.path(name)).isEqualTo(field.path("schemaId")));
  }

  @Test
  void texts_thatClientsKnow() {
    assertThat(message("signInForm", "invalidPassword"))
        .isEqualTo("Incorrect username or password. Please try again.");
    assertThat(message("emailAddress", "unique")).isEqualTo("Email address is already being used.");
    assertThat(message("displayName", "required")).isEqualTo("Display name is required.");
    assertThat(message("birthdate", "format")).isEqualTo("Birthdate is not a valid date.");
    assertThat(message("changePasswordForm", "requireAuthFields"))
        .isEqualTo("Incorrect password. Please try again.");
    assertThat(message("forgotPasswordForm", "checkIdentifier"))
        .isEqualTo("We could not find an account with that email address.");
  }

  @Test
  void rules_ofTheDocumentedValues() {
    assertThat(rules(fields.path("displayName"))).doesNotContain("unique");
    assertThat(rule("newPassword", "minLength").path("value").asInt()).isEqualTo(8);
    assertThat(rule("newPassword", "maxLength").path("value").asInt()).isEqualTo(1024);
    assertThat(rule("newPassword", "notBreached").path("value").asBoolean()).isTrue();
    assertThat(rule("newPasswordConfirm", "match").path("value").asText()).isEqualTo("newPassword");
    assertThat(rule("birthdate", "minYears").path("value").asInt()).isEqualTo(16);
    assertThat(rule("emailAddress", "maxLength").path("value").asInt()).isEqualTo(256);
    assertThat(rule("phone", "maxLength").path("value").asInt()).isEqualTo(64);
    assertThat(fields.path("gender").path("options").findValuesAsText("value"))
        .containsExactly("", "male", "female", "other", "not_specified");
  }

  @Test
  void mailTemplates_areCompleteAndRender() {
    JsonNode mails = document.path("mailTemplates").path("en-US");
    assertThat(names(mails))
        .containsExactlyInAnyOrder(
            "registrationVerification",
            "passwordRecover",
            "emailAddressChanged",
            "reactivateAccount",
            "accountDeactivated");
    mails.forEach(
        mail -> {
          assertThat(names(mail)).containsExactlyInAnyOrder("subject", "text", "html");
          mail.forEach(text -> assertThat(Template.parse(text.asText())).isNotNull());
          mail.forEach(
              text -> assertThat(text.asText().lines()).allMatch(line -> line.length() <= 998));
        });
    assertThat(mails.path("passwordRecover").path("html").asText())
        .contains("{*password_recover_url*}");
    assertThat(mails.path("registrationVerification").path("text").asText())
        .contains("{*&email_verification_url*}");
  }

  @Test
  void secondFactorMessages_screens_links_andStrings() {
    JsonNode messages = document.path("2faMessages").path("en-US");
    assertThat(names(messages))
        .containsExactlyInAnyOrder(
            "registrationVerification", "resendVerification", "secondFactor");
    assertThat(messages.path("secondFactor").path("sms").asText())
        .isEqualTo("{{code}} is your {{site_name}} code.");
    assertThat(names(messages.path("secondFactor").path("email")))
        .containsExactlyInAnyOrder("subject", "text", "html");
    assertThat(ofType("link").keySet())
        .containsExactlyInAnyOrder("linkHelp", "linkPrivacyPolicy", "linkTermsOfService");
    assertThat(ofType("string").keySet()).hasSize(9).contains("emailAddressData");
    assertThat(document.path("screens").size()).isEqualTo(39);
    assertThat(document.path("screens").path("editProfile").path("modal").asBoolean()).isFalse();
    assertThat(document.path("screens").path("signIn").path("hasUserData").asBoolean()).isFalse();
  }

  private void assertForm(String name, String action, String... inputs) {
    JsonNode form = fields.path(name);
    assertThat(form.path("action").asText()).as(name).isEqualTo(action);
    assertThat(strings(form.path("fields"))).as(name).containsExactly(inputs);
  }

  private String message(String item, String rule) {
    return texts.path(rule(item, rule).path("message").path("key").asText()).asText();
  }

  private JsonNode rule(String item, String rule) {
    return StreamSupport.stream(fields.path(item).path("validation").spliterator(), false)
        .filter(it -> it.path("rule").asText().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> rules(JsonNode field) {
    return Set.copyOf(field.path("validation").findValuesAsText("rule"));
  }

  private boolean isInput(String name) {
    return inputs().containsKey(name);
  }

  private Map<String, JsonNode> inputs() {
    Map<String, JsonNode> inputs = new LinkedHashMap<>();
    fields.fields().forEachRemaining(it -> inputs.put(it.getKey(), it.getValue()));
    inputs.values().removeIf(it -> !RULES.containsKey(it.path("type").asText()));
    return inputs;
  }

  private Map<String, JsonNode> ofType(String type) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    fields.fields().forEachRemaining(it -> found.put(it.getKey(), it.getValue()));
    found.values().removeIf(it -> !it.path("type").asText().equals(type));
    return found;
  }

  private static void forEachKey(JsonNode node, Consumer<String> each) {
    if (node.path("key").isTextual()) {
      each.accept(node.path("key").asText());
    }
    node.forEach(child -> forEachKey(child, each));
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new TreeSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(it -> strings.add(it.asText()));
    return strings;
  }
}

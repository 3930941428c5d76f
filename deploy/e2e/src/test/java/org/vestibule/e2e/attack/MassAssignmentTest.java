package org.vestibule.e2e.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vestibule.e2e.stack.Call;
import org.vestibule.e2e.stack.People;
import org.vestibule.e2e.stack.Reply;
import org.vestibule.e2e.stack.Stack;
import org.vestibule.e2e.stack.Tenant;

/** A form writes its own fields, and a person never what the server keeps about the record. */
class MassAssignmentTest {
  private static final String MOMENT = "2001-02-03 04:05:06 +0000";
  private static final String OTHER_UUID = "00000000-0000-4000-8000-000000000001";
  private static final String NEW_PASSWORD = "Another-horse.9";
  private static final List<String> GUARDED =
      List.of(
          "id", "uuid", "created", "emailVerified", "mobileNumberVerified", "deactivateAccount");
  private final Tenant tenant = Stack.shared().demo();

  @Test
  void registration_takesOnlyTheFieldsOfTheForm() {
    String email = People.newEmail();
    Reply reply = extended(People.registration(tenant, email)).send();
    assertThat(reply.at("/stat")).as(reply.text()).isEqualTo("ok");
    JsonNode record = record(reply.at("/capture_user/uuid"));
    assertThat(record.get("uuid").asText()).isNotEqualTo(OTHER_UUID);
    assertThat(record.get("id").asLong()).isNotEqualTo(1);
    assertThat(record.get("created").asText()).doesNotStartWith("2001");
    assertThat(record.get("lastUpdated").asText()).doesNotStartWith("2001");
    for (String name : List.of("emailVerified", "mobileNumberVerified", "deactivateAccount")) {
      assertThat(record.get(name).isNull()).as(name).isTrue();
    }
    assertThat(record.at("/primaryAddress/city").isNull()).isTrue();
    assertThat(People.signIn(tenant, email, People.PASSWORD).at("/stat")).isEqualTo("ok");
  }

  @TestFactory
  Stream<DynamicTest> profileForms_takeOnlyTheirFields() {
    Map<String, Map<String, String>> forms = new LinkedHashMap<>();
    forms.put("editProfileForm", Map.of("displayName", "Joanna"));
    forms.put(
        "changePasswordForm",
        Map.of(
            "currentPassword", People.PASSWORD,
            "newPassword", NEW_PASSWORD,
            "newPasswordConfirm", NEW_PASSWORD));
    forms.put(
        "changePasswordFormNoAuth",
        Map.of("newPassword", NEW_PASSWORD, "newPasswordConfirm", NEW_PASSWORD));
    return forms.entrySet().stream()
        .map(it -> DynamicTest.dynamicTest(it.getKey(), () -> update(it.getKey(), it.getValue())));
  }

  private void update(String form, Map<String, String> fields) {
    String email = People.newEmail();
    Reply person = People.register(tenant, email);
    JsonNode before = record(person.at("/capture_user/uuid"));
    Reply reply =
        extended(People.profileUpdate(tenant, form))
            .form("access_token", person.at("/access_token"))
            .form("emailAddress", email)
            .form(fields)
            .send();
    assertThat(reply.at("/stat")).as(reply.text()).isEqualTo("ok");
    assertGuarded(before);
  }

  @Test
  void ownToken_writesNothingThatTheServerKeeps() {
    Reply person = People.register(tenant, People.newEmail());
    JsonNode before = record(person.at("/capture_user/uuid"));
    for (String name : List.of("id", "uuid", "created", "lastUpdated")) {
      String value = name.equals("id") ? "1" : name.equals("uuid") ? OTHER_UUID : MOMENT;
      Reply reply =
          Call.post(tenant, "/entity.update")
              .form("access_token", person.at("/access_token"))
              .form("attributes", "{\"" + name + "\":\"" + value + "\"}")
              .send();
      assertThat(reply.at("/stat")).as(name + reply.text()).isEqualTo("error");
    }
    assertGuarded(before);
    assertThat(record(before.get("uuid").asText())).isEqualTo(before);
  }

  private static Call extended(Call call) {
    for (String prefix : List.of("", "capture_user.", "/", "user[")) {
      String suffix = prefix.endsWith("[") ? "]" : "";
      call.form(prefix + "id" + suffix, "1").form(prefix + "uuid" + suffix, OTHER_UUID);
      for (String moment :
          List.of(
              "created",
              "lastUpdated",
              "lastLogin",
              "emailVerified",
              "mobileNumberVerified",
              "deactivateAccount")) {
        call.form(prefix + moment + suffix, MOMENT);
      }
    }
    return call.form("password", "{\"type\":\"password\",\"value\":\"chosen\"}")
        .form("primaryAddress.city", "Elsewhere")
        .form("attributes", "{\"emailVerified\":\"" + MOMENT + "\"}")
        .form("capture_user", "{\"emailVerified\":\"" + MOMENT + "\"}");
  }

  private void assertGuarded(JsonNode before) {
    JsonNode after = record(before.get("uuid").asText());
    for (String name : GUARDED) {
      assertThat(after.get(name)).as(name).isEqualTo(before.get(name));
    }
    assertThat(after.get("lastUpdated").asText()).doesNotStartWith("2001");
  }

  private JsonNode record(String uuid) {
    Reply reply =
        Call.post(tenant, "/entity")
            .basic(tenant, "direct_access")
            .form("type_name", "user")
            .form("uuid", uuid)
            .send();
    assertThat(reply.at("/stat")).as(reply.text()).isEqualTo("ok");
    return reply.json().get("result");
  }
}

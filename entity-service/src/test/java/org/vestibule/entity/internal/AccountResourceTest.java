package org.vestibule.entity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vestibule.entity.stack.InternalApi;
import org.vestibule.entity.stack.ServiceTest;
import org.vestibule.entity.stack.Tokens;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.json.Json;

/** What auth-service finds and changes for one person. */
@QuarkusTest
class AccountResourceTest extends ServiceTest {
  private static final String CLIENT = "first-login-client";

  @Test
  void find_byEveryName_isTheSameRecord() {
    String email = email();
    JsonNode record = register(email).path("record");
    ObjectNode byUuid = Json.object().put("uuid", record.path("uuid").asText());
    ObjectNode byId = Json.object().put("id", record.path("id").asLong());
    ObjectNode byKey = Json.object().put("keyAttribute", "email").put("keyValue", email);
    ObjectNode typed =
        Json.object()
            .put("identifierAttribute", "email")
            .put("identifier", email.toUpperCase(java.util.Locale.ROOT));

    for (ObjectNode selector : List.of(byUuid, byId, byKey, typed)) {
      JsonNode found = find(selector);
      assertThat(found.path("outcome").asText()).isEqualTo("found");
      assertThat(found.path("record")).isEqualTo(record);
      assertThat(found.has("profile")).isFalse();
    }
    JsonNode seen = find(typed.put("clientId", CLIENT));
    assertThat(seen.path("hasPassword").asBoolean()).isTrue();
    assertThat(seen.path("profile").path("email").asText()).isEqualTo(email);
    assertThat(seen.path("profile").path("password").isNull()).isTrue();
  }

  @Test
  void find_strangersAndNamesOfOthers() {
    String uuid = register(email()).path("record").path("uuid").asText();
    ObjectNode selector = Json.object().put("uuid", uuid);
    JsonNode elsewhere =
        Json.parse(new InternalApi(SECOND).post("records/find", selector).asByteArray());
    assertThat(elsewhere.path("outcome").asText()).isEqualTo("none");
    assertThat(find(Json.object().put("id", 999_999_999L)).path("outcome").asText())
        .isEqualTo("none");
    JsonNode unknown = find(Json.object().put("keyAttribute", "nowhere").put("keyValue", "x"));
    assertThat(unknown.path("outcome").asText()).isEqualTo("refused");
    assertThat(unknown.path("violations").path(0).path("code").asInt()).isEqualTo(223);
    JsonNode notUnique =
        find(Json.object().put("keyAttribute", "displayName").put("keyValue", "x"));
    assertThat(notUnique.path("violations").path(0).path("code").asInt()).isEqualTo(200);
    assertThat(notUnique.path("violations").path(0).path("members").path("argument_name").asText())
        .isEqualTo("key_attribute");
  }

  @Test
  void change_tellsWhatDiffersAndWhatWas() {
    String email = email();
    String uuid = uuidOf(register(email));
    String fresh = email();
    ObjectNode change = attributes("email", fresh);
    change.putObject("unverify").put("attribute", "email").put("by", "emailVerified");
    direct.call(
        "entity.update", "uuid", uuid, "attribute_name", "emailVerified", "value", "2026-01-01");

    JsonNode changed = change(uuid, change);

    assertThat(changed.path("outcome").asText()).isEqualTo("changed");
    assertThat(changed.path("changed").toString()).isEqualTo("[\"email\",\"emailVerified\"]");
    assertThat(changed.path("before").path("email").asText()).isEqualTo(email);
    assertThat(changed.path("profile").path("emailVerified").isNull()).isTrue();
    assertThat(change(uuid, change).path("changed")).isEmpty();
    JsonNode other = register(email());
    JsonNode taken = change(uuidOf(other), attributes("email", fresh));
    assertThat(taken.path("violations").path(0).path("code").asInt()).isEqualTo(361);
  }

  @Test
  void change_withTheCurrentPassword_comparesFirst() {
    String email = email();
    String uuid = uuidOf(register(email));
    ObjectNode change = attributes("password", "New.1234");

    assertThat(change(uuid, change.deepCopy().put("currentPassword", "wrong")).toString())
        .isEqualTo("{\"outcome\":\"wrongPassword\"}");
    assertThat(internal.check(email, "Test.123", CLIENT, false).path("outcome").asText())
        .isEqualTo("match");
    assertThat(
            change(uuid, change.deepCopy().put("currentPassword", "Test.123"))
                .path("changed")
                .toString())
        .isEqualTo("[\"password\"]");
    assertThat(internal.check(email, "Test.123", CLIENT, false).path("outcome").asText())
        .isEqualTo("mismatch");
    assertThat(internal.check(email, "New.1234", CLIENT, false).path("outcome").asText())
        .isEqualTo("match");
    assertThat(change(person(), change.deepCopy().put("currentPassword", "x")).toString())
        .isEqualTo("{\"outcome\":\"noPassword\"}");
    assertThat(change(UUID.randomUUID().toString(), change).toString())
        .isEqualTo("{\"outcome\":\"gone\"}");
  }

  @Test
  void samePasswordChange_atOnceSixteenTimes_letsOneThrough() {
    String uuid = uuidOf(register(email()));

    List<String> outcomes =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(
                i ->
                    change(
                            uuid,
                            attributes("password", "New.123" + i)
                                .put("currentPassword", "Test.123"))
                        .path("outcome")
                        .asText())
            .toList();

    assertThat(outcomes.stream().filter("changed"::equals)).hasSize(1);
  }

  @Test
  void stamp_setsADateWhileTheAddressIsTheOne() {
    String email = email();
    String uuid = uuidOf(register(email));
    ObjectNode stamp = Json.object().put("stamp", "emailVerified").put("clientId", CLIENT);
    ObjectNode elsewhere = stamp.deepCopy();
    elsewhere
        .putObject("expect")
        .put("attribute", "email")
        .put("sha256", Digests.sha256Hex("other@example.com"));
    assertThat(change(uuid, elsewhere).toString()).isEqualTo("{\"outcome\":\"different\"}");

    ObjectNode right = stamp.deepCopy();
    right.putObject("expect").put("attribute", "email").put("sha256", Digests.sha256Hex(email));
    JsonNode changed = change(uuid, right);

    assertThat(changed.path("changed").toString()).isEqualTo("[\"emailVerified\"]");
    assertThat(changed.path("profile").path("emailVerified").asText())
        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d \\+0000");
    for (String path : List.of("displayName", "profiles.x", "nowhere", "")) {
      assertThat(change(uuid, stamp.deepCopy().put("stamp", path)).path("outcome").asText())
          .as(path)
          .isEqualTo("refused");
    }
  }

  @Test
  void firstProofOfAnAddress_endsWhatWasLinkedBefore() {
    String email = email();
    String uuid = uuidOf(register(email));
    String trojan = link(uuid);

    JsonNode changed = change(uuid, recovery("New.1234", email, false));

    assertThat(changed.path("firstProof").asBoolean()).isTrue();
    assertThat(changed.path("changed").toString()).isEqualTo("[\"password\",\"profiles\"]");
    assertThat(changed.path("profile").path("profiles")).isEmpty();
    assertThat(changed.path("profile").path("emailVerified").isNull()).isTrue();
    assertThat(socialSignIn(trojan)).isEqualTo("none");
    assertThat(linked(uuidOf(register(email())), trojan)).isEqualTo("admitted");
    assertThat(internal.check(email, "New.1234", CLIENT, false).path("outcome").asText())
        .isEqualTo("match");
  }

  @Test
  void firstProof_whenItVerifies_setsTheDate_andIsTheOnlyOne() {
    String email = email();
    String uuid = uuidOf(register(email));

    JsonNode first = change(uuid, recovery("New.1234", email, true));
    String identifier = link(uuid);
    JsonNode second = change(uuid, recovery("New.12345", email, true));

    assertThat(first.path("changed").toString()).isEqualTo("[\"emailVerified\",\"password\"]");
    assertThat(first.path("profile").path("emailVerified").asText())
        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d \\+0000");
    assertThat(second.path("firstProof").asBoolean()).isFalse();
    assertThat(second.path("changed").toString()).isEqualTo("[\"password\"]");
    assertThat(socialSignIn(identifier)).isEqualTo("admitted");
  }

  @Test
  void proof_ofAnotherAddress_orOfAVerifiedOne_changesNothingElse() {
    String email = email();
    String uuid = uuidOf(register(email));
    String identifier = link(uuid);

    JsonNode other = change(uuid, recovery("New.1234", "other@example.com", true));
    direct.call(
        "entity.update", "uuid", uuid, "attribute_name", "emailVerified", "value", "2026-01-01");
    JsonNode verified = change(uuid, recovery("New.12345", email, true));

    for (JsonNode changed : List.of(other, verified)) {
      assertThat(changed.path("firstProof").asBoolean()).isFalse();
      assertThat(changed.path("changed").toString()).isEqualTo("[\"password\"]");
    }
    assertThat(verified.path("profile").path("emailVerified").asText()).startsWith("2026-01-01");
    assertThat(socialSignIn(identifier)).isEqualTo("admitted");
  }

  @Test
  void proof_whenThePasswordIsRefused_endsNothing() {
    String email = email();
    String uuid = uuidOf(register(email));
    String identifier = link(uuid);
    ObjectNode tooLong = recovery("p".repeat(1025), email, true);
    ObjectNode wrongOld = recovery("New.1234", email, true).put("currentPassword", "no");

    assertThat(change(uuid, tooLong).path("outcome").asText()).isEqualTo("refused");
    assertThat(change(uuid, wrongOld).path("outcome").asText()).isEqualTo("wrongPassword");

    assertThat(direct.byUuid(uuid).path("emailVerified").isNull()).isTrue();
    assertThat(socialSignIn(identifier)).isEqualTo("admitted");
  }

  @Test
  void changedPassword_throughTheApi_keepsTheTokenAndEndsTheRest() {
    String uuid = uuidOf(register(email()));
    String token = Tokens.issue(FIRST, uuid);
    var byToken = org.vestibule.entity.stack.CaptureApi.byToken(FIRST, token);

    byToken.call("entity.update", "attributes", "{\"displayName\":\"Jo\"}");
    assertThat(Tokens.revocations(uuid)).isZero();
    byToken.call("entity.update", "attributes", "{\"password\":\"New.1234\"}");
    assertThat(Tokens.revocations(Digests.sha256Hex(token))).isEqualTo(1);
    assertThat(Tokens.revocations(uuid)).isEqualTo(1);
    direct.call("entity.update", "uuid", uuid, "attributes", "{\"password\":\"New.12345\"}");
    assertThat(Tokens.revocations(uuid)).isEqualTo(2);
  }

  private static ObjectNode recovery(String password, String mailedTo, boolean verifies) {
    ObjectNode change = attributes("password", password);
    change
        .putObject("proof")
        .put("attribute", "email")
        .put("sha256", Digests.sha256Hex(mailedTo))
        .put("verifiedBy", "emailVerified")
        .put("verifies", verifies)
        .put("ends", "profiles");
    return change;
  }

  /** Gives a record an identity of its own. */
  private String link(String uuid) {
    String identifier = "https://www.facebook.com/" + newName();
    assertThat(linked(uuid, identifier)).isEqualTo("admitted");
    return identifier;
  }

  private String linked(String uuid, String identifier) {
    ObjectNode body = social(identifier).put("uuid", uuid);
    return Json.parse(internal.post("social/link", body).asByteArray()).path("outcome").asText();
  }

  private String socialSignIn(String identifier) {
    return Json.parse(internal.post("social/sign-in", social(identifier)).asByteArray())
        .path("outcome")
        .asText();
  }

  private static ObjectNode social(String identifier) {
    ObjectNode body = Json.object().put("clientId", CLIENT);
    body.putObject("identity").put("identifier", identifier).put("domain", "facebook.com");
    return body;
  }

  private JsonNode register(String email) {
    return internal.register("{\"email\":\"" + email + "\",\"password\":\"Test.123\"}", CLIENT);
  }

  private static String uuidOf(JsonNode registered) {
    return registered.path("record").path("uuid").asText();
  }

  private static ObjectNode attributes(String name, String value) {
    ObjectNode change = Json.object().put("clientId", CLIENT);
    change.putObject("attributes").put(name, value);
    return change;
  }

  private JsonNode find(ObjectNode selector) {
    return Json.parse(internal.post("records/find", selector).asByteArray());
  }

  private JsonNode change(String uuid, ObjectNode change) {
    return Json.parse(internal.post("records/" + uuid + "/changes", change).asByteArray());
  }
}

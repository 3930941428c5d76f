package org.vestibule.entity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.entity.stack.Replies.ok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vestibule.entity.stack.InternalApi;
import org.vestibule.entity.stack.ServiceTest;
import org.vestibule.platform.json.Json;

/** Social identities where the records live: found, taken, given and removed. */
@QuarkusTest
class SocialCallResourceTest extends ServiceTest {
  private static final String CLIENT = "social-client";

  @Test
  void signIn_findsTheRecord_andWritesSignInAndNews() {
    String identifier = identifier();
    String uuid = person();
    assertThat(outcome(link(uuid, identity(identifier)))).isEqualTo("admitted");
    assertThat(direct.byUuid(uuid).path("lastLogin").isNull()).isTrue();

    ObjectNode later = identity(identifier).put("photo", "https://x.example.com/new.jpg");
    ((ObjectNode) later.path("profile")).put("displayName", "Jo New");
    JsonNode admitted = signIn(later);

    assertThat(outcome(admitted)).isEqualTo("admitted");
    assertThat(admitted.path("record").path("uuid").asText()).isEqualTo(uuid);
    JsonNode profile = admitted.path("profile");
    assertThat(profile.path("clients").path(0).path("clientId").asText()).isEqualTo(CLIENT);
    assertThat(profile.path("lastLogin").isTextual()).isTrue();
    JsonNode entry = profile.path("profiles").path(0);
    assertThat(entry.path("profile").path("displayName").asText()).isEqualTo("Jo New");
    assertThat(entry.path("photo").asText()).isEqualTo("https://x.example.com/new.jpg");
    assertThat(entry.path("profile").path("name").path("givenName").asText()).isEqualTo("Jo");
  }

  @Test
  void profiles_doNotGrowBySignIns() {
    String identifier = identifier();
    String uuid = person();
    link(uuid, identity(identifier));
    JsonNode before = direct.byUuid(uuid).path("profiles");
    for (int i = 0; i < 5; i++) {
      assertThat(outcome(signIn(identity(identifier)))).isEqualTo("admitted");
    }
    assertThat(direct.byUuid(uuid).path("profiles")).isEqualTo(before);

    ObjectNode moved = identity(identifier);
    ((ObjectNode) moved.path("profile").path("emails").path(0)).put("value", "new@example.org");
    signIn(moved);
    JsonNode emails = direct.byUuid(uuid).path("profiles").path(0).path("profile").path("emails");
    assertThat(emails).hasSize(1);
    assertThat(emails.path(0).path("value").asText()).isEqualTo("new@example.org");
  }

  @Test
  void identifiers_thatDifferInCaseAlone_areDifferentPeople() {
    String identifier = identifier() + "/abc";
    link(person(), identity(identifier));
    String upper = identifier.toUpperCase(Locale.ROOT);
    assertThat(outcome(signIn(identity(upper)))).isEqualTo("none");
    assertThat(code(link(person(), identity(upper)))).isEqualTo(361);
  }

  @Test
  void identity_ofAnotherApplication_isUnknown() {
    String identifier = identifier();
    link(person(), identity(identifier));
    ObjectNode body = Json.object().put("clientId", CLIENT);
    body.set("identity", identity(identifier));
    JsonNode elsewhere =
        Json.parse(new InternalApi(SECOND).post("social/sign-in", body).asByteArray());
    assertThat(outcome(elsewhere)).isEqualTo("none");
  }

  @Test
  void address_thatSomebodyHas_isInUse_withTheWayToSignIn() {
    String email = email();
    internal.register("{\"email\":\"" + email + "\",\"password\":\"Test.123\"}", CLIENT);
    JsonNode capture = signIn(identity(identifier()), email, false);
    assertThat(outcome(capture)).isEqualTo("addressInUse");
    assertThat(capture.path("provider").asText()).isEqualTo("capture");

    String social = email();
    String uuid = create(social, null);
    link(uuid, identity(identifier()));
    JsonNode facebook = signIn(identity(identifier()), social, false);
    assertThat(facebook.path("provider").asText()).isEqualTo("facebook");
    assertThat(facebook.path("record").path("uuid").asText()).isEqualTo(uuid);
  }

  @Test
  void silentMerge_takesOnlyAnAddressThatTheRecordHasProved() {
    String unproved = email();
    String waiting = create(unproved, null);
    assertThat(outcome(signIn(identity(identifier()), unproved, true))).isEqualTo("addressInUse");
    assertThat(direct.byUuid(waiting).path("profiles")).isEmpty();

    String proved = email();
    String uuid = create(proved, "2026-01-01");
    String identifier = identifier();
    assertThat(outcome(signIn(identity(identifier), proved, false))).isEqualTo("addressInUse");
    JsonNode merged = signIn(identity(identifier), proved.toUpperCase(Locale.ROOT), true);
    assertThat(outcome(merged)).isEqualTo("admitted");
    assertThat(merged.path("record").path("uuid").asText()).isEqualTo(uuid);
    assertThat(outcome(signIn(identity(identifier)))).isEqualTo("admitted");
  }

  @Test
  void silentMerge_doesNotFoldLettersOfOtherAlphabets() {
    String rest = email();
    create("k" + rest, "2026-01-01");
    JsonNode refused = signIn(identity(identifier()), "\u212A" + rest, true);
    assertThat(outcome(refused)).isEqualTo("addressInUse");
  }

  @Test
  void deactivatedAccount_isNotEntered() {
    String identifier = identifier();
    String email = email();
    String uuid = create(email, "2026-01-01");
    link(uuid, identity(identifier));
    ok(
        direct.call(
            "entity.update", "uuid", uuid, "attribute_name", "deactivateAccount", "value", "now"));
    JsonNode before = direct.byUuid(uuid);

    assertThat(outcome(signIn(identity(identifier)))).isEqualTo("deactivated");
    assertThat(outcome(signIn(identity(identifier()), email, true))).isEqualTo("deactivated");
    assertThat(outcome(link(uuid, identity(identifier())))).isEqualTo("deactivated");
    assertThat(direct.byUuid(uuid)).isEqualTo(before);
  }

  @Test
  void merge_isForTheRecordInTheWayAlone() {
    String identifier = identifier();
    String uuid = person();
    link(uuid, identity(identifier));
    ObjectNode second = identity(identifier());
    ObjectNode body = signInBody(identity(identifier));
    body.set("merge", second);

    body.put("mergeInto", person());
    assertThat(outcome(post("sign-in", body))).isEqualTo("elsewhere");
    assertThat(direct.byUuid(uuid).path("profiles")).hasSize(1);

    body.put("mergeInto", uuid);
    assertThat(post("sign-in", body).path("profile").path("profiles")).hasSize(2);
    assertThat(outcome(signIn(second))).isEqualTo("admitted");
  }

  @Test
  void merge_ofAnIdentityThatSomebodyElseHas_changesNothing() {
    String identifier = identifier();
    String uuid = person();
    link(uuid, identity(identifier));
    String foreign = identifier();
    link(person(), identity(foreign));
    JsonNode before = direct.byUuid(uuid);

    ObjectNode body = signInBody(identity(identifier));
    body.set("merge", identity(foreign));
    assertThat(code(post("sign-in", body))).isEqualTo(361);
    assertThat(direct.byUuid(uuid)).isEqualTo(before);
  }

  @Test
  void link_whenSixteenRecordsWantOneIdentity_oneWins() throws Exception {
    String identifier = identifier();
    List<String> people = IntStream.range(0, 16).mapToObj(i -> person()).toList();
    List<JsonNode> results = race(i -> link(people.get(i), identity(identifier)));
    assertThat(results).filteredOn(it -> outcome(it).equals("admitted")).hasSize(1);
    assertThat(results).filteredOn(it -> code(it) == 361).hasSize(15);
    assertThat(
            direct
                .call("entity.count", "filter", "profiles.identifier = '" + identifier + "'")
                .path("total_count")
                .asInt())
        .isEqualTo(1);
  }

  @Test
  void registration_whenSixteenBringOneIdentity_oneWins() throws Exception {
    String identifier = identifier();
    List<JsonNode> results = race(i -> register(email(), identity(identifier)));
    assertThat(results).filteredOn(it -> outcome(it).equals("created")).hasSize(1);
    assertThat(results).filteredOn(it -> code(it) == 361).hasSize(15);
    assertThat(results)
        .filteredOn(it -> code(it) == 361)
        .allSatisfy(
            it ->
                assertThat(it.path("violations").path(0).path("attribute").asText())
                    .isEqualTo("/profiles/identifier"));
    JsonNode won = results.stream().filter(it -> outcome(it).equals("created")).findFirst().get();
    assertThat(signIn(identity(identifier)).path("record")).isEqualTo(won.path("record"));
  }

  @Test
  void unlink_whenAllAreRemovedAtOnce_oneStays() throws Exception {
    String uuid = person();
    List<String> identifiers = IntStream.range(0, 16).mapToObj(i -> identifier()).toList();
    identifiers.forEach(it -> assertThat(outcome(link(uuid, identity(it)))).isEqualTo("admitted"));
    List<JsonNode> results = race(i -> unlink(uuid, identifiers.get(i)));
    assertThat(results).filteredOn(it -> outcome(it).equals("removed")).hasSize(15);
    assertThat(results).filteredOn(it -> outcome(it).equals("last")).hasSize(1);
    assertThat(direct.byUuid(uuid).path("profiles")).hasSize(1);
  }

  @Test
  void unlink_givesTheIdentityFree_unlessItIsTheOnlyWayIn() {
    String email = email();
    String uuid =
        internal
            .register("{\"email\":\"" + email + "\",\"password\":\"Test.123\"}", CLIENT)
            .path("record")
            .path("uuid")
            .asText();
    String identifier = identifier();
    link(uuid, identity(identifier));
    assertThat(outcome(unlink(uuid, identifier()))).isEqualTo("none");
    assertThat(outcome(unlink(person(), identifier))).isEqualTo("none");
    assertThat(outcome(unlink(uuid, identifier))).isEqualTo("removed");
    assertThat(outcome(signIn(identity(identifier)))).isEqualTo("none");

    String other = person();
    assertThat(outcome(link(other, identity(identifier)))).isEqualTo("admitted");
    assertThat(outcome(unlink(other, identifier))).isEqualTo("last");
    assertThat(code(unlink("6f1c5c0e-8a52-4b7c-9a1d-5d0f5b2e7a10", identifier))).isEqualTo(310);
  }

  @Test
  void link_ofWhatIsThere_isRefused_butASignInMayBringItAgain() {
    String identifier = identifier();
    String uuid = person();
    link(uuid, identity(identifier));
    assertThat(code(link(uuid, identity(identifier)))).isEqualTo(361);

    ObjectNode body = linkBody(uuid, identity(identifier)).put("signsIn", true);
    JsonNode merged = post("link", body);
    assertThat(outcome(merged)).isEqualTo("admitted");
    assertThat(merged.path("profile").path("profiles")).hasSize(1);
    assertThat(merged.path("profile").path("lastLogin").isTextual()).isTrue();
    assertThat(outcome(link("6f1c5c0e-8a52-4b7c-9a1d-5d0f5b2e7a10", identity(identifier()))))
        .isEqualTo("gone");
  }

  @Test
  void link_hasALimit() {
    String uuid = person();
    for (int i = 0; i < 100; i++) {
      assertThat(outcome(link(uuid, identity(identifier())))).isEqualTo("admitted");
    }
    assertThat(code(link(uuid, identity(identifier())))).isEqualTo(360);
  }

  @Test
  void identity_ofHostileForm_isStoredAsFarAsItFits() {
    String identifier = identifier();
    String uuid = person();
    ObjectNode hostile = identity(identifier);
    hostile.put("id", 1).put("unknown", "x").put("photo", 7).put("remote_key", "x".repeat(5_000));
    hostile.put("providerSpecifier", "a\0b");
    ObjectNode profile = (ObjectNode) hostile.path("profile");
    profile.put("displayName", "x".repeat(2_000)).put("gender", "a\ud800").put("name", "no object");
    profile.putArray("emails").add(1).addObject().put("value", 5);
    profile.putArray("friends").addObject().put("nobody", "x");
    hostile.putArray("friends").addObject().put("nobody", "x");
    hostile.putObject("followers").put("identifier", "x");

    assertThat(outcome(link(uuid, hostile))).isEqualTo("admitted");

    JsonNode entry = direct.byUuid(uuid).path("profiles").path(0);
    assertThat(entry.path("identifier").asText()).isEqualTo(identifier);
    assertThat(entry.path("id").asLong()).isGreaterThan(1);
    assertThat(entry.path("photo").isNull()).isTrue();
    assertThat(entry.path("remote_key").isNull()).isTrue();
    assertThat(entry.path("providerSpecifier").isNull()).isTrue();
    assertThat(entry.path("profile").path("displayName").isNull()).isTrue();
    assertThat(entry.path("profile").path("emails")).isEmpty();
    assertThat(entry.path("friends")).isEmpty();
  }

  @Test
  void calls_withoutAnIdentity_areMalformed() {
    for (String body :
        List.of(
            "{}",
            "{\"identity\":[]}",
            "{\"identity\":{}}",
            "{\"identity\":{\"identifier\":1}}",
            "{\"identity\":{\"identifier\":\"\"}}",
            "{\"uuid\":\"x\",\"identity\":{\"identifier\":\"a\"}}")) {
      assertThat(internal.post("social/sign-in", Json.parse(body)).statusCode())
          .as(body)
          .isIn(400, body.contains("uuid") ? 200 : 400);
      assertThat(internal.post("social/link", Json.parse(body)).statusCode())
          .as(body)
          .isEqualTo(400);
    }
    assertThat(internal.post("social/unlink", Json.object()).statusCode()).isEqualTo(400);
  }

  private static List<JsonNode> race(IntFunction<JsonNode> call) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<CompletableFuture<JsonNode>> all = new ArrayList<>();
      IntStream.range(0, 16)
          .forEach(i -> all.add(CompletableFuture.supplyAsync(() -> call.apply(i), threads)));
      return all.stream().map(CompletableFuture::join).toList();
    } finally {
      threads.shutdown();
    }
  }

  private static String identifier() {
    return "https://www.facebook.com/" + newName();
  }

  private static ObjectNode identity(String identifier) {
    ObjectNode identity = Json.object().put("identifier", identifier).put("domain", "facebook.com");
    identity.put("providerSpecifier", "facebook");
    identity.putObject("provider").put("name", "Facebook");
    ObjectNode profile = identity.putObject("profile").put("displayName", "Jo");
    profile.putObject("name").put("givenName", "Jo");
    profile.putArray("emails").addObject().put("value", "jo@example.org").put("primary", true);
    return identity;
  }

  private String create(String email, String verified) {
    ObjectNode attributes = Json.object().put("email", email).put("emailVerified", verified);
    return ok(direct.create(Json.write(attributes))).path("uuid").asText();
  }

  private JsonNode register(String email, ObjectNode identity) {
    ObjectNode body = Json.object().put("clientId", CLIENT);
    body.putObject("attributes").put("email", email);
    body.set("social", identity);
    return Json.parse(internal.post("registrations", body).asByteArray());
  }

  private JsonNode signIn(ObjectNode identity) {
    return post("sign-in", signInBody(identity));
  }

  private JsonNode signIn(ObjectNode identity, String verifiedEmail, boolean silentMerge) {
    ObjectNode body = signInBody(identity).put("verifiedEmail", verifiedEmail);
    return post("sign-in", body.put("silentMerge", silentMerge));
  }

  private static ObjectNode signInBody(ObjectNode identity) {
    ObjectNode body = Json.object().put("clientId", CLIENT);
    return body.set("identity", identity);
  }

  private JsonNode link(String uuid, ObjectNode identity) {
    return post("link", linkBody(uuid, identity));
  }

  private static ObjectNode linkBody(String uuid, ObjectNode identity) {
    ObjectNode body = Json.object().put("uuid", uuid).put("clientId", CLIENT);
    return body.set("identity", identity);
  }

  private JsonNode unlink(String uuid, String identifier) {
    return post("unlink", Json.object().put("uuid", uuid).put("identifier", identifier));
  }

  private JsonNode post(String call, ObjectNode body) {
    return Json.parse(
        internal.post("social/" + call, body).then().statusCode(200).extract().asByteArray());
  }

  private static String outcome(JsonNode reply) {
    return reply.path("outcome").asText();
  }

  private static int code(JsonNode reply) {
    return reply.path("violations").path(0).path("code").asInt();
  }
}

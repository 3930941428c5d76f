package org.vestibule.auth.social;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vestibule.platform.capture.directory.ClientView;
import org.vestibule.platform.json.Json;

/** What a provider tells is the text of a stranger. */
class SocialProfileTest {
  private static final String LEAST =
      "'identifier':'https://www.facebook.com/1','providerName':'Facebook'";

  @Test
  void profile_needsAnIdentifierAndAProvider_asPlainTexts() {
    assertThat(SocialProfile.of(json("{" + LEAST + "}"), null)).isPresent();
    for (String bad :
        List.of(
            "[]",
            "'text'",
            "{}",
            "{'providerName':'Facebook'}",
            "{'identifier':'x'}",
            "{'identifier':1,'providerName':'Facebook'}",
            "{'identifier':{'a':'b'},'providerName':'Facebook'}",
            "{'identifier':'','providerName':'Facebook'}",
            "{'identifier':' x','providerName':'Facebook'}",
            "{'identifier':'x\\u0000','providerName':'Facebook'}",
            "{'identifier':'x\\ud800','providerName':'Facebook'}",
            "{'identifier':'x\\ny','providerName':'Facebook'}",
            "{'identifier':'x','providerName':['Facebook']}")) {
      assertThat(SocialProfile.of(json(bad), null)).as(bad).isEmpty();
    }
    ObjectNode long1 = (ObjectNode) json("{" + LEAST + "}");
    assertThat(SocialProfile.of(long1.put("identifier", "x".repeat(1_001)), null)).isEmpty();
    assertThat(SocialProfile.of(null, null)).isEmpty();
  }

  @Test
  void profile_whenHuge_isNotTaken() {
    ObjectNode huge = (ObjectNode) json("{" + LEAST + "}");
    assertThat(SocialProfile.of(huge.put("aboutMe", "x".repeat(70_000)), null)).isEmpty();
    assertThat(
            SocialProfile.of(
                json("{" + LEAST + "}"), Json.object().put("accessToken", "x".repeat(70_000))))
        .isEmpty();
  }

  @Test
  void members_ofWrongTypes_countAsAbsent() {
    SocialProfile profile =
        profile(
            "'email':['jo@example.com'],'verifiedEmail':{'a':1},'displayName':true,"
                + "'preferredUsername':'jo','name':'Jo Doe','gender':7,'birthday':null");
    assertThat(profile.email()).isEmpty();
    assertThat(profile.verifiedEmail()).isEmpty();
    assertThat(profile.attribute("displayName")).contains("jo");
    assertThat(profile.attribute("givenName")).isEmpty();
    assertThat(profile.attribute("gender")).isEmpty();
    assertThat(profile.attribute("birthday")).isEmpty();
    assertThat(profile.attribute("deactivateAccount")).isEmpty();
  }

  @Test
  void texts_withControlCharacters_orTooLong_countAsAbsent() {
    SocialProfile profile =
        profile(
            "'displayName':'a\\u0000b','gender':'a\\r\\nBcc: x','url':'" + "x".repeat(1_001) + "'");
    assertThat(profile.attribute("displayName")).isEmpty();
    assertThat(profile.attribute("gender")).isEmpty();
    assertThat(profile.text("profile.url")).isEmpty();
  }

  @Test
  void addresses_areOnesThatMailCanBeSentTo() {
    assertThat(profile("'verifiedEmail':'a@example.com, b@example.com'").verifiedEmail()).isEmpty();
    assertThat(profile("'email':'nobody'").email()).isEmpty();
    assertThat(profile("'email':'a@example.com'").verifiedEmail()).isEmpty();
    assertThat(profile("'email':'a@example.com','verifiedEmail':'b@example.com'").email())
        .contains("b@example.com");
  }

  @Test
  void vouchesFor_foldsAsciiAlone() {
    SocialProfile plain = profile("'verifiedEmail':'Kate@example.com'");
    assertThat(plain.vouchesFor("kate@EXAMPLE.com")).isTrue();
    assertThat(plain.vouchesFor("\u212Aate@example.com")).isFalse();
    SocialProfile kelvin = profile("'verifiedEmail':'\\u212Aate@example.com'");
    assertThat(kelvin.vouchesFor("kate@example.com")).isFalse();
    assertThat(kelvin.vouchesFor("\u212Aate@example.com")).isTrue();
    assertThat(profile("'email':'kate@example.com'").vouchesFor("kate@example.com")).isFalse();
  }

  @Test
  void entry_holdsWhatHasAPlace_andNoProviderTokens() {
    SocialProfile profile =
        SocialProfile.of(
                json(
                    "{"
                        + LEAST
                        + ",'verifiedEmail':'jo@example.com','displayName':'Jo','secret':'x',"
                        + "'name':{'givenName':'Jo','evil':'x'},'address':{'locality':'Rio'}}"),
                Json.object().put("accessToken", "at"))
            .orElseThrow();
    ObjectNode entry = ProfileEntry.of(profile, client(Map.of()));
    assertThat(entry)
        .isEqualTo(
            json(
                """
                {'identifier':'https://www.facebook.com/1','domain':'facebook.com',
                 'providerSpecifier':'facebook','provider':{'name':'Facebook','type':'facebook'},
                 'verifiedEmail':'jo@example.com',
                 'profile':{'displayName':'Jo','name':{'givenName':'Jo'},
                   'emails':[{'value':'jo@example.com','primary':true}],
                   'addresses':[{'locality':'Rio'}]}}"""));
    ObjectNode kept =
        ProfileEntry.of(profile, client(Map.of("store_access_credentials", Json.tree("true"))));
    assertThat(kept.path("accessCredentials").path("accessToken").asText()).isEqualTo("at");
  }

  @Test
  void domain_ofAnIdentifierThatIsNoUrl_isTheProvider() {
    SocialProfile profile =
        SocialProfile.of(json("{'identifier':'a b:c','providerName':'Other'}"), null).orElseThrow();
    assertThat(ProfileEntry.of(profile, client(Map.of())).path("domain").asText())
        .isEqualTo("other");
  }

  private static SocialProfile profile(String members) {
    Optional<SocialProfile> profile =
        SocialProfile.of(json("{" + LEAST + "," + members + "}"), null);
    return profile.orElseThrow();
  }

  private static ClientView client(Map<String, JsonNode> settings) {
    return new ClientView(
        "c", "a", UUID.randomUUID(), "C", List.of(), List.of(), List.of(), settings, Map.of());
  }

  private static JsonNode json(String text) {
    return Json.parse(text.replace('\'', '"'));
  }
}

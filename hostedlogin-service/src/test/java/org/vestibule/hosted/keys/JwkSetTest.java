package org.vestibule.hosted.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vestibule.platform.json.Json;

class JwkSetTest {
  @Test
  void set_namesCurrentNextPreviousWithPublicMembersAlone() {
    JsonNode set =
        Json.parse(
            JwkSet.of(List.of(key("previous", 'a'), key("next", 'b'), key("current", 'c')))
                .orElseThrow());

    assertThat(set.toString())
        .isEqualTo(
            ("{'keys':[" + jwk('c') + "," + jwk('b') + "," + jwk('a') + "]}").replace('\'', '"'));
  }

  @Test
  void withoutKeys_thereIsNoSet() {
    assertThat(JwkSet.of(List.of())).isEmpty();
  }

  private static String jwk(char digit) {
    return "{'use':'sig','kty':'RSA','kid':'%s','alg':'RS256','n':'nnn','e':'AQAB'}"
        .formatted(String.valueOf(digit).repeat(40));
  }

  private static SigningKey key(String state, char digit) {
    SigningKey key = new SigningKey();
    key.kid = String.valueOf(digit).repeat(40);
    key.algorithm = "RS256";
    key.state = state;
    key.publicJwk =
        "{\"e\":\"AQAB\",\"kty\":\"RSA\",\"n\":\"nnn\",\"d\":\"must never go out\",\"p\":\"x\"}";
    key.privateKey = "v1.k1.sealed";
    return key;
  }
}

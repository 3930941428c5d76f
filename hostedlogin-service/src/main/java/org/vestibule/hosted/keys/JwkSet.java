package org.vestibule.hosted.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vestibule.platform.json.Json;

/** The published form of a customer's RS256 keys (hosted-login.md 6). */
final class JwkSet {
  private static final List<String> ORDER =
      List.of(KeyState.current.name(), KeyState.next.name(), KeyState.previous.name());

  private JwkSet() {}

  /** The bytes of the set; empty without keys. */
  static Optional<byte[]> of(List<SigningKey> keys) {
    ArrayNode set = Json.array();
    keys.stream()
        .sorted(Comparator.comparing(key -> ORDER.indexOf(key.state)))
        .map(JwkSet::jwk)
        .forEach(set::add);
    return set.isEmpty()
        ? Optional.empty()
        : Optional.of(Json.bytes(Json.object().set("keys", set)));
  }

  /** Names every member that goes out, so that nothing else can. */
  private static ObjectNode jwk(SigningKey key) {
    JsonNode stored = Json.parse(key.publicJwk);
    return Json.object()
        .put("use", "sig")
        .put("kty", "RSA")
        .put("kid", key.kid)
        .put("alg", key.algorithm)
        .put("n", stored.path("n").textValue())
        .put("e", stored.path("e").textValue());
  }
}

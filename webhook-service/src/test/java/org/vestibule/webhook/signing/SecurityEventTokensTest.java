package org.vestibule.webhook.signing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vestibule.platform.json.Json;
import org.vestibule.webhook.event.EventClaim;
import org.vestibule.webhook.event.RecordEvent;

class SecurityEventTokensTest {
  private static final UUID CUSTOMER = UUID.fromString("11111111-2222-4333-8444-555555555555");
  private static final UUID EVENT = UUID.fromString("0f8c0000-0000-4000-8000-000000000001");
  private static final UUID RECORD = UUID.fromString("5e7d0000-0000-4000-8000-000000000002");
  private static final UUID ID = UUID.fromString("6d1b0000-0000-4000-8000-000000000003");
  private static final KeyPair KEYS = keys();

  private final SecurityEventTokens tokens =
      new SecurityEventTokens(Clock.fixed(Instant.parse("2024-03-05T16:53:50.9Z"), ZoneOffset.UTC));
  private final SigningKey key =
      new SigningKey(CUSTOMER, "https://api.example.com", "3c1f", KEYS.getPrivate());

  @Test
  void header_isThatOfASecurityEventToken() {
    assertThat(part(sign("user-created"), 0))
        .isEqualTo(
            Json.parse(
                """
                {"typ":"secevent+jwt","alg":"RS256","kid":"3c1f",
                 "jku":"https://api.example.com/11111111-2222-4333-8444-555555555555/login/jwk"}
                """));
  }

  @Test
  void claims_areExactlyThese() {
    assertThat(part(sign("user-updated"), 1))
        .isEqualTo(
            Json.parse(
                """
                {"iss":"https://api.example.com/11111111-2222-4333-8444-555555555555/webhooks",
                 "aud":["https://hooks.example.com/ciam"],"iat":1709657630,"toe":1709657629,
                 "jti":"6d1b0000-0000-4000-8000-000000000003","txn":"k7m2p9x4c6v8b3n5",
                 "events":{"entityUpdated":{"id":"0f8c0000-0000-4000-8000-000000000001",
                  "sub":"5e7d0000-0000-4000-8000-000000000002",
                  "globalSub":"capture-v1://api.example.com/app1/user/5e7d",
                  "captureApplicationId":"app1","captureClientId":"cl1","entityType":"user",
                  "attributes":["email","emailVerified"]}}}
                """));
  }

  @Test
  void platformsOwnDeletion_namesNoClientAndNoAttributes() {
    JsonNode claim =
        part(tokens.sign(key, event("user-deleted", data().without("clientId"))), 1)
            .at("/events/entityDeleted");
    assertThat(claim.fieldNames())
        .toIterable()
        .containsExactly("id", "sub", "globalSub", "captureApplicationId", "entityType");
  }

  @Test
  void signature_isOverTheBytesAsSent() throws Exception {
    String token = sign("user-created");
    assertThat(token).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    assertThat(verifies(token, KEYS.getPublic())).isTrue();
    assertThat(verifies(token, keys().getPublic())).isFalse();
    assertThat(verifies(changed(token), KEYS.getPublic())).isFalse();
  }

  @Test
  void sameEventAgain_isSignedEqually() {
    assertThat(sign("user-created")).isEqualTo(sign("user-created"));
  }

  private String sign(String type) {
    return tokens.sign(key, event(type, data()));
  }

  private static SecurityEvent event(String type, ObjectNode data) {
    Instant occurred = Instant.parse("2024-03-05T16:53:49.999Z");
    RecordEvent event = new RecordEvent(EVENT, CUSTOMER, "app1", type, RECORD, occurred, data);
    return new SecurityEvent(
        ID,
        "https://hooks.example.com/ciam",
        occurred,
        data.path("correlationId").asText(),
        EventClaim.raisedBy(event).orElseThrow().events());
  }

  private static ObjectNode data() {
    return (ObjectNode)
        Json.parse(
            """
            {"clientId":"cl1","entityType":"user","correlationId":"k7m2p9x4c6v8b3n5",
             "globalSub":"capture-v1://api.example.com/app1/user/5e7d",
             "attributes":["email","emailVerified","lastUpdated"]}
            """);
  }

  private static String changed(String token) {
    String[] parts = token.split("\\.");
    String claims = part(token, 1).toString().replace("app1", "app2");
    parts[1] =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    return String.join(".", parts);
  }

  private static JsonNode part(String token, int index) {
    return Json.parse(Base64.getUrlDecoder().decode(token.split("\\.")[index]));
  }

  private static boolean verifies(String token, PublicKey key) throws GeneralSecurityException {
    int end = token.lastIndexOf('.');
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(key);
    signature.update(token.substring(0, end).getBytes(StandardCharsets.US_ASCII));
    return signature.verify(Base64.getUrlDecoder().decode(token.substring(end + 1)));
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}

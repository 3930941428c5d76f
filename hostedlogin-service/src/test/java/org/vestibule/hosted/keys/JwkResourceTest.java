package org.vestibule.hosted.keys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vestibule.hosted.HostedLoginUnderTest;
import org.vestibule.hosted.TestCustomer;
import org.vestibule.platform.crypto.Keyring;
import org.vestibule.platform.json.Json;
import org.vestibule.testkit.TestConfig;

@QuarkusTest
@QuarkusTestResource(HostedLoginUnderTest.class)
class JwkResourceTest {
  @Inject Keyring keyring;

  @Test
  void set_hasThreePublicRsaKeysAndNothingElse() {
    Response reply = given().get(TestCustomer.shared().path("/login/jwk"));

    reply
        .then()
        .statusCode(200)
        .header("Content-Type", "application/json")
        .header("Cache-Control", "public, max-age=900")
        .header("Access-Control-Allow-Origin", "*");
    JsonNode keys = Json.parse(reply.asString()).path("keys");
    assertThat(Json.parse(reply.asString()).size()).isEqualTo(1);
    assertThat(keys).hasSize(3);
    for (JsonNode key : keys) {
      assertThat(key.fieldNames())
          .toIterable()
          .containsExactly("use", "kty", "kid", "alg", "n", "e");
      assertThat(key.path("use").asText()).isEqualTo("sig");
      assertThat(key.path("kty").asText()).isEqualTo("RSA");
      assertThat(key.path("kid").asText()).matches("[0-9a-f]{40}");
      assertThat(key.path("alg").asText()).isEqualTo("RS256");
      assertThat(Base64.getUrlDecoder().decode(key.path("n").asText())).hasSize(256);
      assertThat(key.path("e").asText()).isEqualTo("AQAB");
    }
    assertThat(keys.findValuesAsText("kid")).doesNotHaveDuplicates();
  }

  @Test
  void keyOfTheInternalCall_signsWhatTheSetVerifies() throws Exception {
    TestCustomer customer = TestCustomer.shared();
    JsonNode current = Json.parse(signingKey("webhook", customer.id().toString()).asString());
    assertThat(current.fieldNames())
        .toIterable()
        .containsExactly("customerId", "baseUrl", "kid", "algorithm", "rowId", "sealedPrivateKey");
    assertThat(current.path("customerId").asText()).isEqualTo(customer.id().toString());
    assertThat(current.path("baseUrl").asText()).isEqualTo("https://" + customer.host());
    assertThat(current.path("algorithm").asText()).isEqualTo("RS256");

    byte[] signed = sign(current, "a webhook event");

    assertThat(
            verifies(published(customer, current.path("kid").asText()), "a webhook event", signed))
        .isTrue();
  }

  @Test
  void privateKeys_neverLeaveUnsealed() {
    TestCustomer customer = TestCustomer.shared();
    String internal = signingKey("webhook", customer.id().toString()).asString();
    String plain = open(Json.parse(internal));

    assertThat(internal).contains("\"sealedPrivateKey\":\"v1.").doesNotContain(plain);
    assertThat(given().get(customer.path("/login/jwk")).asString())
        .doesNotContain("\"d\"", "\"p\"", "\"q\"", "v1.", plain);
  }

  @Test
  void signingKey_isForWebhookServiceAlone() {
    String customer = TestCustomer.shared().id().toString();
    for (String caller : new String[] {"auth", "entity", "config", "operator"}) {
      assertThat(signingKey(caller, customer).statusCode()).as(caller).isEqualTo(404);
    }
    assertThat(given().get("/internal/customers/" + customer + "/signing-key").statusCode())
        .isEqualTo(404);
    assertThat(signingKey("webhook", UUID.randomUUID().toString()).statusCode()).isEqualTo(404);
    assertThat(signingKey("webhook", "nobody").statusCode()).isEqualTo(404);
  }

  @Test
  void unknownCustomer_isNotFound() {
    given()
        .get("/" + UUID.randomUUID() + "/login/jwk")
        .then()
        .statusCode(404)
        .body(equalTo("{\"errors\":\"Not Found\"}"));
  }

  private static Response signingKey(String caller, String customer) {
    return given()
        .header("Authorization", "Bearer " + TestConfig.token(caller, "hostedlogin"))
        .get("/internal/customers/" + customer + "/signing-key");
  }

  private String open(JsonNode key) {
    return keyring.open(
        "signing_key",
        "private_key",
        key.path("rowId").asText(),
        key.path("sealedPrivateKey").asText());
  }

  private byte[] sign(JsonNode key, String text) throws Exception {
    byte[] pkcs8 = Base64.getDecoder().decode(open(key));
    PrivateKey secret =
        KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(secret);
    signature.update(text.getBytes(StandardCharsets.UTF_8));
    return signature.sign();
  }

  private static PublicKey published(TestCustomer customer, String kid) throws Exception {
    JsonNode keys = Json.parse(given().get(customer.path("/login/jwk")).asString()).path("keys");
    assertThat(keys.get(0).path("kid").asText()).isEqualTo(kid);
    return KeyFactory.getInstance("RSA")
        .generatePublic(new RSAPublicKeySpec(number(keys.get(0), "n"), number(keys.get(0), "e")));
  }

  private static BigInteger number(JsonNode key, String member) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(member).asText()));
  }

  private static boolean verifies(PublicKey key, String text, byte[] signed) throws Exception {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(key);
    signature.update(text.getBytes(StandardCharsets.UTF_8));
    return signature.verify(signed);
  }
}

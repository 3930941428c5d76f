package org.vestibule.webhook;

import static io.restassured.RestAssured.given;

import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.vestibule.platform.crypto.Digests;

/** Tells the stub of hostedlogin-service what it should know. */
public final class HostedLogin {
  private HostedLogin() {}

  /** A live token with these scopes. */
  public static String token(UUID customer, String... scopes) {
    return tokenOf(customer, "active", "administrative", "2099-01-01T00:00:00Z", scopes);
  }

  /** Any token. */
  public static String tokenOf(
      UUID customer, String state, String kind, String expiresAt, String... scopes) {
    String token = "token-" + UUID.randomUUID();
    String grant =
        """
        {"state":"%s","kind":"%s","customerId":"%s","clientId":"%s","scopes":["%s"],"expiresAt":"%s"}
        """;
    given()
        .body(
            grant.formatted(
                state, kind, customer, UUID.randomUUID(), String.join("\",\"", scopes), expiresAt))
        .put(url() + "/test/tokens/" + Digests.sha256Hex(token))
        .then()
        .statusCode(200);
    return token;
  }

  /** The key that verifies notifications now. */
  public static PublicKey publicKey() {
    return key(given().get(url() + "/test/key").asString());
  }

  /** Signs with a new key from now on. */
  public static PublicKey rotate(String kid) {
    return key(given().body(kid).post(url() + "/test/key").asString());
  }

  private static PublicKey key(String base64) {
    try {
      byte[] encoded = Base64.getDecoder().decode(base64);
      return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (java.security.GeneralSecurityException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static String url() {
    return ConfigProvider.getConfig().getValue("vestibule.services.hostedlogin", String.class);
  }
}

package org.vestibule.e2e.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.stream.StreamSupport;

/** A received security event token, read and verified as webhooks.md 8.2 tells receivers to. */
public record SecurityEvent(String token, JsonNode header, JsonNode claims) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public static SecurityEvent of(String token) {
    String[] parts = token.split("\\.");
    return new SecurityEvent(token, json(parts[0]), json(parts[1]));
  }

  /** {@code entityCreated} and so on. */
  public String type() {
    return claims.get("events").fieldNames().next();
  }

  /** What the claim of the event says. */
  public JsonNode event() {
    return claims.get("events").elements().next();
  }

  /** Whether one of the keys at {@code /{customer}/login/jwk} made the signature. */
  public boolean isSignedBy(JsonNode keys) {
    String kid = header.get("kid").asText();
    JsonNode key =
        StreamSupport.stream(keys.get("keys").spliterator(), false)
            .filter(it -> it.get("kid").asText().equals(kid))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no key " + kid + " in " + keys));
    int end = token.lastIndexOf('.');
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(publicKey(key));
      signature.update(token.substring(0, end).getBytes(StandardCharsets.US_ASCII));
      return signature.verify(decode(token.substring(end + 1)));
    } catch (GeneralSecurityException malformed) {
      throw new AssertionError(malformed);
    }
  }

  private static PublicKey publicKey(JsonNode key) throws GeneralSecurityException {
    BigInteger modulus = new BigInteger(1, decode(key.get("n").asText()));
    BigInteger exponent = new BigInteger(1, decode(key.get("e").asText()));
    return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
  }

  private static JsonNode json(String part) {
    try {
      return JSON.readTree(decode(part));
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  private static byte[] decode(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}

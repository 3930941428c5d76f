package org.vestibule.testkit.service;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;

/** Signs the short-lived ES256 tokens that open the internal endpoints of a service. */
public final class ServiceToken {
  private static final long LIFETIME_SECONDS = 60;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final String caller;
  private final PrivateKey key;
  private final Clock clock;

  public ServiceToken(String caller, PrivateKey key, Clock clock) {
    this.caller = caller;
    this.key = key;
    this.clock = clock;
  }

  /** A token of the caller for one callee, valid for one minute. */
  public String to(String callee) {
    long now = clock.instant().getEpochSecond();
    String header = "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"" + caller + "\"}";
    String claims =
        String.format(
            "{\"iss\":\"%s\",\"aud\":\"%s\",\"iat\":%d,\"exp\":%d,\"jti\":\"%s\"}",
            caller, callee, now, now + LIFETIME_SECONDS, UUID.randomUUID());
    String signed = encode(header) + "." + encode(claims);
    return signed + "." + BASE64.encodeToString(sign(signed));
  }

  private byte[] sign(String text) {
    try {
      // JWTs carry the two numbers side by side and not the DER form.
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(key);
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("this Java cannot sign ES256", failure);
    }
  }

  private static String encode(String text) {
    return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}

package org.vestibule.webhook.signing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.vestibule.platform.json.Json;

/**
 * Signs Security Event Tokens (RFC 8417) as webhooks.md 8 prints them: no {@code exp}, no {@code
 * sub}. Burns up to two milliseconds of a core; for worker threads.
 */
@Singleton
public class SecurityEventTokens {
  private static final String TYPE = "secevent+jwt";

  private final Clock clock;

  /** Takes the clock that {@code iat} is read from. */
  public SecurityEventTokens(Clock clock) {
    this.clock = clock;
  }

  /** The compact form. */
  public String sign(SigningKey key, SecurityEvent event) {
    return Jwt.claimsJson(Json.write(claims(key, event)))
        .jws()
        .type(TYPE)
        .algorithm(SignatureAlgorithm.RS256)
        .keyId(key.kid())
        .header("jku", key.keySet())
        .sign(key.privateKey());
  }

  private ObjectNode claims(SigningKey key, SecurityEvent event) {
    ObjectNode claims = Json.object();
    claims.put("iss", key.issuer());
    claims.putArray("aud").add(event.audience());
    claims.put("iat", clock.instant().getEpochSecond());
    claims.put("toe", event.occurredAt().getEpochSecond());
    claims.put("jti", event.id().toString());
    if (event.correlationId() != null) {
      claims.put("txn", event.correlationId());
    }
    claims.set("events", event.events());
    return claims;
  }
}

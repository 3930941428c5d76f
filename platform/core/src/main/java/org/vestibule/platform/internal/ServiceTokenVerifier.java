package org.vestibule.platform.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.inject.Singleton;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.vestibule.platform.config.ServiceName;
import org.vestibule.platform.json.Json;

/**
 * Decides who calls {@code /internal}: an ES256 service token by a known key, for this service, not
 * older than a minute. A verified token is remembered until it ends.
 */
@Singleton
public class ServiceTokenVerifier {
  private static final long MAX_LIFETIME_SECONDS = 60;
  private final JWTParser parser = new DefaultJWTParser();
  private final CallerKeys keys;
  private final String self;
  private final Clock clock;
  private final Cache<String, Verified> verified =
      Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(Duration.ofMinutes(1)).build();

  /** Takes the callers' keys and the name that must be the audience. */
  public ServiceTokenVerifier(CallerKeys keys, ServiceName name, Clock clock) {
    this.keys = keys;
    this.self = name.value();
    this.clock = clock;
  }

  /** The caller that an {@code Authorization} header proves, or nothing. */
  public Optional<String> caller(String authorization) {
    if (authorization == null || !authorization.startsWith("Bearer ")) {
      return Optional.empty();
    }
    String token = authorization.substring("Bearer ".length());
    Verified known = verified.getIfPresent(token);
    if (known != null) {
      return clock.instant().isBefore(known.until())
          ? Optional.of(known.caller())
          : Optional.empty();
    }
    return keyId(token)
        .flatMap(caller -> keys.of(caller).flatMap(key -> verify(token, caller, key)));
  }

  private Optional<String> verify(String token, String caller, PublicKey key) {
    try {
      JsonWebToken parsed = parser.parse(token, expectations(caller, key));
      verified.put(token, new Verified(caller, Instant.ofEpochSecond(parsed.getExpirationTime())));
      return Optional.of(caller);
    } catch (ParseException refused) {
      return Optional.empty();
    }
  }

  private JWTAuthContextInfo expectations(String caller, PublicKey key) {
    JWTAuthContextInfo info = new JWTAuthContextInfo();
    info.setPublicVerificationKey(key);
    info.setIssuedBy(caller);
    info.setExpectedAudience(Set.of(self));
    info.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
    info.setMaxTimeToLiveSecs(MAX_LIFETIME_SECONDS);
    info.setRequireNamedPrincipal(false);
    info.setExpGracePeriodSecs(5);
    return info;
  }

  private static Optional<String> keyId(String token) {
    int dot = token.indexOf('.');
    try {
      JsonNode header =
          Json.parse(Base64.getUrlDecoder().decode(token.substring(0, Math.max(dot, 0))));
      return Optional.ofNullable(header.path("kid").textValue());
    } catch (IllegalArgumentException | Json.Malformed unreadable) {
      return Optional.empty();
    }
  }

  private record Verified(String caller, Instant until) {}
}

package org.vestibule.platform.internal;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.vestibule.platform.config.PlatformConfig;
import org.vestibule.platform.config.ServiceName;
import org.vestibule.platform.id.IdSource;

/**
 * Makes the short-lived service tokens (ES256 JWT, RFC 7519) that this service shows to the others;
 * one token per callee is used for half of its minute of life.
 */
@Singleton
public class ServiceTokens {
  private static final Duration LIFETIME = Duration.ofSeconds(60);
  private final PrivateKey key;
  private final String name;
  private final Clock clock;
  private final IdSource ids;
  private final Map<String, Issued> issued = new ConcurrentHashMap<>();

  /** Takes this service's name and private key. */
  public ServiceTokens(PlatformConfig config, ServiceName name, Clock clock, IdSource ids) {
    this.key = privateKey(config.internal().privateKey());
    this.name = name.value();
    this.clock = clock;
    this.ids = ids;
  }

  /** A token for calls to the named service. */
  public String forCallee(String callee) {
    return issued.compute(callee, (to, known) -> usable(known) ? known : issue(to)).token();
  }

  private boolean usable(Issued known) {
    return known != null && clock.instant().isBefore(known.renewAt());
  }

  private Issued issue(String callee) {
    Instant now = clock.instant();
    String token =
        Jwt.issuer(name)
            .subject(name)
            .audience(Set.of(callee))
            .issuedAt(now)
            .expiresAt(now.plus(LIFETIME))
            .claim("jti", ids.uuid().toString())
            .jws()
            .keyId(name)
            .algorithm(SignatureAlgorithm.ES256)
            .sign(key);
    return new Issued(token, now.plus(LIFETIME.dividedBy(2)));
  }

  private static PrivateKey privateKey(String base64) {
    try {
      byte[] encoded = Base64.getDecoder().decode(base64);
      return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
      throw new IllegalStateException("vestibule.internal.private-key is no EC key", unreadable);
    }
  }

  private record Issued(String token, Instant renewAt) {}
}

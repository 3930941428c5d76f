package org.vestibule.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vestibule.platform.TestPlatform;
import org.vestibule.platform.config.ServiceName;
import org.vestibule.testkit.service.ServiceToken;
import org.vestibule.testkit.service.StackSecrets;
import org.vestibule.testkit.service.StackSettings;

/** Who may call {@code /internal}, and what a forger may try. */
class ServiceTokenVerifierTest {
  private static final StackSecrets SECRETS = StackSecrets.generate();
  private static final PrivateKey AUTH = SECRETS.privateKey("auth");
  private static final Clock NOW = Clock.systemUTC();

  private final ServiceTokenVerifier verifier =
      new ServiceTokenVerifier(
          new CallerKeys(TestPlatform.config(settings())), new ServiceName("entity-service"), NOW);

  @Test
  void token_ofACallerForThisService_provesTheCaller() {
    String token = new ServiceToken("auth", AUTH, NOW).to("entity");

    assertThat(verifier.caller("Bearer " + token)).contains("auth");
    assertThat(verifier.caller("Bearer " + token)).contains("auth");
    assertThat(verifier.caller("Bearer " + signed(claims("auth", 60)))).contains("auth");
    assertThat(verifier.caller(token)).isEmpty();
    assertThat(verifier.caller("Basic " + token)).isEmpty();
    assertThat(verifier.caller(null)).isEmpty();
  }

  static Stream<Arguments> forgeries() {
    String genuine = new ServiceToken("auth", AUTH, NOW).to("entity");
    Clock earlier = Clock.offset(NOW, Duration.ofMinutes(-3));
    return Stream.of(
        Arguments.of("for another service", new ServiceToken("auth", AUTH, NOW).to("config")),
        Arguments.of("ended", new ServiceToken("auth", AUTH, earlier).to("entity")),
        Arguments.of("another's key", new ServiceToken("config", AUTH, NOW).to("entity")),
        Arguments.of("nobody's name", new ServiceToken("stranger", AUTH, NOW).to("entity")),
        Arguments.of("another issuer", signed(claims("config", 60))),
        Arguments.of("longer than a minute", signed(claims("auth", 3_600))),
        Arguments.of("public key as a secret", signedByThePublicKey()),
        Arguments.of("no algorithm", unsigned(genuine)),
        Arguments.of("other claims", withOtherClaims(genuine)),
        Arguments.of("no signature", genuine.substring(0, genuine.lastIndexOf('.') + 1)),
        Arguments.of("no token", "nonsense"),
        Arguments.of("nothing", ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forgeries")
  void forgery_provesNothing(String name, String token) {
    assertThat(verifier.caller("Bearer " + token)).isEmpty();
  }

  private static JwtClaimsBuilder claims(String issuer, long seconds) {
    return Jwt.issuer(issuer)
        .audience(Set.of("entity"))
        .issuedAt(NOW.instant())
        .expiresAt(NOW.instant().plusSeconds(seconds));
  }

  private static String signed(JwtClaimsBuilder claims) {
    return claims.jws().keyId("auth").algorithm(SignatureAlgorithm.ES256).sign(AUTH);
  }

  private static String signedByThePublicKey() {
    byte[] known = Base64.getDecoder().decode(SECRETS.publicKeyText("auth"));
    return claims("auth", 60)
        .jws()
        .keyId("auth")
        .algorithm(SignatureAlgorithm.HS256)
        .sign(new SecretKeySpec(known, "HmacSHA256"));
  }

  private static String unsigned(String genuine) {
    return base64("{\"alg\":\"none\",\"kid\":\"auth\"}") + "." + genuine.split("\\.")[1] + ".";
  }

  private static String withOtherClaims(String genuine) {
    String[] parts = genuine.split("\\.");
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    return parts[0] + "." + base64(claims.replace("\"jti\":\"", "\"jti\":\"x")) + "." + parts[2];
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> settings() {
    return new StackSettings("postgresql://none", "none:1", 1, null, Map.of(), SECRETS)
        .of("entity");
  }
}

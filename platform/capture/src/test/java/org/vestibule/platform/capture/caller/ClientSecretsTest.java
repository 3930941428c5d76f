package org.vestibule.platform.capture.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vestibule.platform.capture.TestRequests;
import org.vestibule.platform.capture.directory.ClientView;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.CaptureRequest;
import org.vestibule.platform.capture.request.ParameterStyle;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.crypto.Keyring;
import org.vestibule.platform.crypto.SecureRandomSource;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.problem.ProblemException;

/** Signed requests of one client, with the published vector of {@code /entityType.list}. */
class ClientSecretsTest {
  private static final String SECRET = "s3cr3tforlocalvectorchecks000001";
  private static final String SIGNATURE = "6PHv8jABcxEp9GwbnOCxytHWXmA=";
  private static final Instant DATE = Instant.parse("2024-03-09T14:05:06Z");
  private static final Keyring KEYRING =
      Keyring.parse(
          "k1:" + Base64.getEncoder().encodeToString(Digests.sha256("test")),
          new SecureRandomSource());

  @Test
  void signature_canComeAgain_whereNothingIsRemembered() {
    ClientSecrets secrets = secrets(0, DATE);

    for (int i = 0; i < 2; i++) {
      assertThatCode(() -> check(secrets, SIGNATURE)).doesNotThrowAnyException();
    }
  }

  @Test
  void signature_isAcceptedOnce_whereItIsRemembered() {
    ClientSecrets secrets = secrets(10, DATE);
    check(secrets, SIGNATURE);

    assertRefused(() -> check(secrets, SIGNATURE), "the signed request was used before");
  }

  /** Otherwise anybody could fill the memory with what nobody signed. */
  @Test
  void wrongSignatures_areNotRemembered() {
    ClientSecrets secrets = secrets(1, DATE);
    check(secrets, SIGNATURE);
    assertRefused(() -> check(secrets, "AAAA"), "client_id or client_secret is not valid");

    assertRefused(() -> check(secrets, SIGNATURE), "the signed request was used before");
  }

  @Test
  void date_outsideTheConfiguredWindow_isRefused() {
    Duration skew = Duration.ofMinutes(15);
    check(secrets(0, DATE.plus(skew)), SIGNATURE);
    check(secrets(0, DATE.minus(skew)), SIGNATURE);
    for (Instant far : List.of(DATE.plus(skew).plusSeconds(1), DATE.minus(skew).minusSeconds(1))) {
      assertRefused(() -> check(secrets(0, far), SIGNATURE), "the signed request has expired");
    }
  }

  private static void assertRefused(Runnable call, String description) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            ProblemException.class,
            it -> {
              CaptureProblem problem = (CaptureProblem) it.problem();
              assertThat(problem.code().code()).isEqualTo(402);
              assertThat(problem.description()).isEqualTo(description);
            });
  }

  private static void check(ClientSecrets secrets, String signature) {
    EdgeRequest request =
        TestRequests.withHeader(
            TestRequests.form("/entityType.list", ""), "Date", "2024-03-09 14:05:06");
    secrets.requireSigned(client(), CaptureRequest.of(request, ParameterStyle.ENTITY), signature);
  }

  private static ClientView client() {
    String sealed = KEYRING.seal("api_client_secret", "secret", "r1", SECRET);
    return new ClientView(
        "c1",
        "app1",
        UUID.randomUUID(),
        "Client",
        List.of("owner"),
        List.of(),
        List.of(new ClientView.Secret("r1", sealed, Digests.sha256Hex(SECRET), null)),
        Map.of(),
        Map.of());
  }

  private static ClientSecrets secrets(int room, Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    CaptureConfig config = SeenSignaturesTest.config(room);
    return new ClientSecrets(KEYRING, clock, config, new SeenSignatures(config, clock));
  }
}

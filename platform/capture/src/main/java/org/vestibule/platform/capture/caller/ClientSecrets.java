package org.vestibule.platform.capture.caller;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.vestibule.platform.capture.directory.ClientView;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.CaptureRequest;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.crypto.Keyring;

/** Checks what proves a client: its current secret, or the one before it within its grace time. */
@Singleton
public class ClientSecrets {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private final Keyring keyring;
  private final Clock clock;
  private final Duration maxSkew;
  private final SeenSignatures seen;

  /** Takes the keyring that opens sealed secrets. */
  public ClientSecrets(Keyring keyring, Clock clock, CaptureConfig config, SeenSignatures seen) {
    this.keyring = keyring;
    this.seen = seen;
    this.clock = clock;
    this.maxSkew = config.signature().maxSkew();
  }

  /** Whether the text is a live secret of the client. */
  public boolean isSecretOf(ClientView client, String secret) {
    String hash = Digests.sha256Hex(secret);
    boolean matched = false;
    for (ClientView.Secret one : live(client)) {
      matched |= Digests.constantTimeEquals(one.sha256(), hash);
    }
    return matched;
  }

  /** Refuses a signed request whose date or signature is not right (authentication.md 2.1). */
  public void requireSigned(ClientView client, CaptureRequest request, String signature) {
    String date = requireDate(request);
    boolean matched = false;
    for (ClientView.Secret one : live(client)) {
      matched |=
          RequestSignature.matches(
              open(one), request.edge().path(), date, request.parameters().values(), signature);
    }
    if (!matched) {
      throw CaptureProblem.invalidClientCredentials().exception();
    }
    if (!seen.isFirst(client.id(), signature)) {
      throw CaptureProblem.invalidSignedRequest("the signed request was used before").exception();
    }
  }

  private String requireDate(CaptureRequest request) {
    String header = request.edge().header("X-Janrain-Date");
    String date = header == null ? request.edge().header("Date") : header;
    Duration skew = Duration.between(parse(date), clock.instant()).abs();
    if (skew.compareTo(maxSkew) > 0) {
      throw CaptureProblem.invalidSignedRequest("the signed request has expired").exception();
    }
    return date;
  }

  private static Instant parse(String date) {
    try {
      return LocalDateTime.parse(date == null ? "" : date, DATE).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException malformed) {
      throw CaptureProblem.invalidSignedRequest("missing or malformed Date header").exception();
    }
  }

  private List<ClientView.Secret> live(ClientView client) {
    Instant now = clock.instant();
    return client.secrets().stream().filter(it -> it.isLive(now)).toList();
  }

  private String open(ClientView.Secret secret) {
    return keyring.open("api_client_secret", "secret", secret.rowId(), secret.sealed());
  }
}

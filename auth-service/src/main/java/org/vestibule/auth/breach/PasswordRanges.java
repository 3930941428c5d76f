package org.vestibule.auth.breach;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jboss.logging.Logger;
import org.vestibule.auth.AuthConfig;
import org.vestibule.platform.outbound.GuardedHttpClient;
import org.vestibule.platform.outbound.OutboundRequest;
import org.vestibule.platform.outbound.OutboundResponse;

/**
 * Asks a service that lists breached passwords by the first five digits of their SHA-1; neither the
 * password nor its whole hash leaves this process.
 */
@Singleton
class PasswordRanges {
  private static final Logger LOG = Logger.getLogger(PasswordRanges.class);
  private static final int PREFIX = 5;

  private final GuardedHttpClient http;
  private final AuthConfig.Passwords config;

  PasswordRanges(GuardedHttpClient http, AuthConfig config) {
    this.http = http;
    this.config = config.auth().passwords();
  }

  /** False without a service, and when it does not answer: people must be able to register. */
  Uni<Boolean> contain(String password) {
    return config
        .rangeUrl()
        .map(url -> ask(url, sha1(password)))
        .orElseGet(() -> Uni.createFrom().item(false));
  }

  private Uni<Boolean> ask(String url, String hash) {
    OutboundRequest request =
        OutboundRequest.get(url + hash.substring(0, PREFIX))
            .withHeader("Add-Padding", "true")
            .withTimeout(config.timeout());
    return http.send(request)
        .map(response -> lists(response, hash.substring(PREFIX)))
        .onFailure()
        .invoke(PasswordRanges::tell)
        .onFailure()
        .recoverWithItem(false);
  }

  private static void tell(Throwable failure) {
    LOG.warnf("a new password was not looked up: %s", failure.getMessage());
  }

  /** Lines of {@code suffix:count}; those that only hide the size of the answer count nothing. */
  private static boolean lists(OutboundResponse response, String suffix) {
    if (response.status() != 200) {
      throw new IllegalStateException("the range service answered HTTP " + response.status());
    }
    return new String(response.body(), StandardCharsets.US_ASCII)
        .lines()
        .anyMatch(line -> line.startsWith(suffix + ":") && !line.strip().endsWith(":0"));
  }

  /** The hash that such services agreed on; it protects nothing here. */
  private static String sha1(String password) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().withUpperCase().formatHex(hash);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("SHA-1 is missing from this Java", impossible);
    }
  }
}

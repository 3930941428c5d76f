package org.vestibule.auth.renewal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.vestibule.platform.crypto.Digests;

/** The proof that a mobile client still has the secret which it made at the sign-in. */
final class RenewalSignature {
  private static final String OPERATION = "refresh_access_token";

  private RenewalSignature() {}

  /** Whether a call is signed by the secret; compared in constant time. */
  static boolean matches(String secret, RenewalRequest request) {
    return Digests.constantTimeEquals(sign(secret, request), request.signature());
  }

  private static String sign(String secret, RenewalRequest request) {
    String text = OPERATION + "\n" + request.date() + "\n" + request.token() + "\n";
    return Base64.getEncoder()
        .encodeToString(
            Digests.hmacSha1(
                secret.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8)));
  }
}

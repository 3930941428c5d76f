package org.vestibule.auth.renewal;

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
    return Digests.hmacSha1Base64(secret, text);
  }
}

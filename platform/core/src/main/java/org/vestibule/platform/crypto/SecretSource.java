package org.vestibule.platform.crypto;

import java.util.Base64;

/** Where every unguessable value of the product comes from; tests replace {@link #bytes}. */
public interface SecretSource {

  /** Fresh random bytes that are fit for keys, nonces and tokens. */
  byte[] bytes(int count);

  /** An access token, refresh token or authorization code of the registration domain. */
  default String token() {
    return Alphabet.TOKEN.draw(32, this);
  }

  /** Text over {@code [a-z0-9]}, the shape of client ids and secrets. */
  default String lowerAlphanumeric(int length) {
    return Alphabet.LOWER_ALPHANUMERIC.draw(length, this);
  }

  /** A request id: short, readable aloud, unique for all practical purposes. */
  default String requestId() {
    return Alphabet.REQUEST_ID.draw(16, this);
  }

  /** A code that people read and type. */
  default String digits(int length) {
    return Alphabet.DIGIT.draw(length, this);
  }

  /** Random bytes written as unpadded base64url. */
  default String urlSafe(int byteCount) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(byteCount));
  }
}

package org.vestibule.platform.crypto;

import java.util.Base64;

/** The stored form {@code v1.<keyId>.<nonce>.<ciphertext>} of one encrypted value. */
record SealedValue(String keyId, byte[] nonce, byte[] ciphertext) {

  static final int NONCE_BYTES = 12;
  private static final String VERSION = "v1";

  static SealedValue parse(String text) {
    String[] parts = text == null ? new String[0] : text.split("\\.", -1);
    if (parts.length != 4 || !parts[0].equals(VERSION)) {
      throw new KeyringException("not a sealed value of version " + VERSION);
    }
    SealedValue value = new SealedValue(parts[1], decode(parts[2]), decode(parts[3]));
    if (value.nonce.length != NONCE_BYTES) {
      throw new KeyringException("the sealed value has a nonce of the wrong length");
    }
    return value;
  }

  String text() {
    return String.join(".", VERSION, keyId, encode(nonce), encode(ciphertext));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] decode(String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new KeyringException("the sealed value is not base64url");
    }
  }
}

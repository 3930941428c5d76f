package org.vestibule.platform.crypto;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Reads {@code k1:BASE64,k0:BASE64} and says in plain words what is wrong with it. */
final class KeyringParser {

  private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");
  private static final int KEY_BYTES = 32;

  private KeyringParser() {}

  static Map<String, SecretKey> parse(String setting) {
    Map<String, SecretKey> keys = new LinkedHashMap<>();
    for (String entry : setting.split(",", -1)) {
      add(keys, entry.strip());
    }
    return keys;
  }

  private static void add(Map<String, SecretKey> keys, String entry) {
    int colon = entry.indexOf(':');
    String id = colon < 0 ? "" : entry.substring(0, colon).strip();
    if (!KEY_ID.matcher(id).matches()) {
      throw new KeyringException(
          "keyring entry " + (keys.size() + 1) + " must read id:base64, id of [A-Za-z0-9_-]");
    }
    if (keys.put(id, key(id, entry.substring(colon + 1).strip())) != null) {
      throw new KeyringException("keyring names the key " + id + " twice");
    }
  }

  private static SecretKey key(String id, String base64) {
    byte[] bytes = decode(id, base64);
    if (bytes.length != KEY_BYTES) {
      throw new KeyringException(
          "keyring key " + id + " has " + bytes.length + " bytes instead of " + KEY_BYTES);
    }
    if (isOneByteRepeated(bytes)) {
      throw new KeyringException("keyring key " + id + " is not random");
    }
    return new SecretKeySpec(bytes, "AES");
  }

  private static byte[] decode(String id, String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      // The decoder's own text quotes characters of the key.
      throw new KeyringException("keyring key " + id + " is not base64");
    }
  }

  private static boolean isOneByteRepeated(byte[] bytes) {
    for (byte value : bytes) {
      if (value != bytes[0]) {
        return false;
      }
    }
    return true;
  }
}

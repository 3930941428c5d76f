package org.vestibule.hosted.keys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.json.Json;

/** Public keys as JSON Web Keys (RFC 7517, 7518, 8037) with the required members in order. */
final class PublicJwk {
  private static final int COORDINATE_BYTES = 32;
  private static final int KID_DIGITS = 40;

  private PublicJwk() {}

  static ObjectNode rsa(PublicKey key) {
    RSAPublicKey rsa = (RSAPublicKey) key;
    return Json.object()
        .put("e", encode(unsigned(rsa.getPublicExponent())))
        .put("kty", "RSA")
        .put("n", encode(unsigned(rsa.getModulus())));
  }

  static ObjectNode ec(PublicKey key) {
    ECPublicKey ec = (ECPublicKey) key;
    return Json.object()
        .put("crv", "P-256")
        .put("kty", "EC")
        .put("x", encode(coordinate(ec.getW().getAffineX())))
        .put("y", encode(coordinate(ec.getW().getAffineY())));
  }

  static ObjectNode okp(PublicKey key) {
    // The 32 bytes of the key end the fixed form of its SubjectPublicKeyInfo (RFC 8410).
    byte[] info = key.getEncoded();
    byte[] raw = Arrays.copyOfRange(info, info.length - COORDINATE_BYTES, info.length);
    return Json.object().put("crv", "Ed25519").put("kty", "OKP").put("x", encode(raw));
  }

  /** 40 hexadecimal digits of the thumbprint (RFC 7638). */
  static String kid(ObjectNode jwk) {
    return Digests.sha256Hex(Json.write(jwk)).substring(0, KID_DIGITS);
  }

  private static byte[] coordinate(BigInteger number) {
    byte[] bytes = unsigned(number);
    byte[] padded = new byte[COORDINATE_BYTES];
    System.arraycopy(bytes, 0, padded, COORDINATE_BYTES - bytes.length, bytes.length);
    return padded;
  }

  private static byte[] unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return bytes.length > 1 && bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

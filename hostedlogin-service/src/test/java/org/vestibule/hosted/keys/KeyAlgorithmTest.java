package org.vestibule.hosted.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class KeyAlgorithmTest {
  private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();

  @Test
  void rs256_isTwoThousandBitsWithTheUsualExponent() throws Exception {
    KeyPair pair = KeyAlgorithm.RS256.generate();
    ObjectNode jwk = KeyAlgorithm.RS256.jwk(pair.getPublic());

    assertThat(((RSAPublicKey) pair.getPublic()).getModulus().bitLength()).isEqualTo(2048);
    assertThat(jwk.path("e").asText()).isEqualTo("AQAB");
    assertThat(new BigInteger(1, BASE64.decode(jwk.path("n").asText())))
        .isEqualTo(((RSAPublicKey) pair.getPublic()).getModulus());
    assertThat(BASE64.decode(jwk.path("n").asText())).hasSize(256);
    assertSigns("SHA256withRSA", pair);
  }

  @RepeatedTest(64)
  void es256_coordinatesAlwaysHaveThirtyTwoBytes() {
    PublicKey key = KeyAlgorithm.ES256.generate().getPublic();
    ObjectNode jwk = KeyAlgorithm.ES256.jwk(key);

    assertThat(BASE64.decode(jwk.path("x").asText())).hasSize(32);
    assertThat(BASE64.decode(jwk.path("y").asText())).hasSize(32);
    assertThat(new BigInteger(1, BASE64.decode(jwk.path("x").asText())))
        .isEqualTo(((ECPublicKey) key).getW().getAffineX());
  }

  @Test
  void es256AndEdDsa_sign() throws Exception {
    assertSigns("SHA256withECDSA", KeyAlgorithm.ES256.generate());
    assertSigns("Ed25519", KeyAlgorithm.EdDSA.generate());
  }

  @Test
  void edDsa_ofRfc8037_hasItsJwkAndThumbprint() throws Exception {
    // RFC 8037, appendix A.2 and A.3.
    byte[] info =
        HexFormat.of()
            .parseHex(
                "302a300506032b6570032100"
                    + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(info));

    ObjectNode jwk = PublicJwk.okp(key);

    assertThat(jwk.path("x").asText()).isEqualTo("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
    byte[] thumbprint = BASE64.decode("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    assertThat(PublicJwk.kid(jwk)).isEqualTo(HexFormat.of().formatHex(thumbprint).substring(0, 40));
  }

  private static void assertSigns(String algorithm, KeyPair pair) throws Exception {
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(pair.getPrivate());
    signature.update(new byte[] {1, 2, 3});
    byte[] signed = signature.sign();
    signature.initVerify(pair.getPublic());
    signature.update(new byte[] {1, 2, 3});
    assertThat(signature.verify(signed)).isTrue();
  }
}

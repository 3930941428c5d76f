package org.vestibule.hosted.keys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.function.Function;

/** The signature algorithms that every customer has keys for. */
enum KeyAlgorithm {
  RS256("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4), PublicJwk::rsa),
  ES256("EC", new ECGenParameterSpec("secp256r1"), PublicJwk::ec),
  EdDSA("Ed25519", NamedParameterSpec.ED25519, PublicJwk::okp);

  private final String generator;
  private final AlgorithmParameterSpec parameters;
  private final Function<PublicKey, ObjectNode> jwk;

  KeyAlgorithm(
      String generator, AlgorithmParameterSpec parameters, Function<PublicKey, ObjectNode> jwk) {
    this.generator = generator;
    this.parameters = parameters;
    this.jwk = jwk;
  }

  /** Burns a core for up to a second; for worker threads. */
  KeyPair generate() {
    try {
      KeyPairGenerator pairs = KeyPairGenerator.getInstance(generator);
      if (this != EdDSA) {
        // The generator of this name knows its curve, and native providers take no other hint.
        pairs.initialize(parameters);
      }
      return pairs.generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(generator + " keys are missing from this Java", missing);
    }
  }

  ObjectNode jwk(PublicKey key) {
    return jwk.apply(key);
  }
}

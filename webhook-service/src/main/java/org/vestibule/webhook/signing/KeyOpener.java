package org.vestibule.webhook.signing;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.UUID;
import org.vestibule.platform.crypto.Keyring;
import org.vestibule.platform.crypto.KeyringException;

/** Opens the sealed key that hostedlogin-service hands over. */
@Singleton
class KeyOpener {
  private static final String TABLE = "signing_key";
  private static final String COLUMN = "private_key";
  private static final String ALGORITHM = "RS256";

  private final Keyring keyring;

  KeyOpener(Keyring keyring) {
    this.keyring = keyring;
  }

  SigningKey open(UUID customerId, JsonNode answer) {
    if (!ALGORITHM.equals(answer.path("algorithm").asText())) {
      throw new NoSigningKeyException(customerId, "the current key is not for " + ALGORITHM);
    }
    return new SigningKey(
        customerId,
        answer.path("baseUrl").asText(),
        answer.path("kid").asText(),
        privateKey(customerId, answer));
  }

  /** What went wrong is told without the key, sealed or open. */
  private PrivateKey privateKey(UUID customerId, JsonNode answer) {
    String rowId = answer.path("rowId").asText();
    String sealed = answer.path("sealedPrivateKey").asText();
    try {
      byte[] pkcs8 = Base64.getDecoder().decode(keyring.open(TABLE, COLUMN, rowId, sealed));
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (KeyringException | IllegalArgumentException | GeneralSecurityException unreadable) {
      throw new NoSigningKeyException(
          customerId, "the key cannot be opened: " + unreadable.getClass().getSimpleName());
    }
  }
}

package org.vestibule.webhook.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vestibule.platform.crypto.Keyring;
import org.vestibule.platform.crypto.SecureRandomSource;
import org.vestibule.platform.json.Json;

class KeyOpenerTest {
  private static final UUID CUSTOMER = UUID.randomUUID();
  private static final String ROW = UUID.randomUUID().toString();

  private final Keyring keyring =
      Keyring.parse(
          "k1:" + Base64.getEncoder().encodeToString(new SecureRandomSource().bytes(32)),
          new SecureRandomSource());
  private final KeyOpener opener = new KeyOpener(keyring);
  private final KeyPair pair = keys();
  private final String plain = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());

  @Test
  void sealedKey_isOpened() {
    SigningKey key = opener.open(CUSTOMER, answer());
    assertThat(key.privateKey()).isEqualTo(pair.getPrivate());
    assertThat(key.kid()).isEqualTo("kid1");
    assertThat(key.issuer()).isEqualTo("https://id.example.com/" + CUSTOMER + "/webhooks");
    assertThat(key.keySet()).isEqualTo("https://id.example.com/" + CUSTOMER + "/login/jwk");
    assertThat(key.toString()).isEqualTo("SigningKey[kid1, ***]");
  }

  @Test
  void keyOfAnotherRow_orOtherText_isRefusedWithoutShowingIt() {
    assertRefused(answer().put("rowId", UUID.randomUUID().toString()));
    assertRefused(answer().put("sealedPrivateKey", "v1.k1.x.y"));
    assertRefused(answer().put("sealedPrivateKey", seal("not base64!")));
    assertRefused(answer().put("sealedPrivateKey", seal("AAAA")));
    assertRefused(answer().put("algorithm", "ES256"));
  }

  private void assertRefused(ObjectNode answer) {
    assertThatThrownBy(() -> opener.open(CUSTOMER, answer))
        .isInstanceOf(NoSigningKeyException.class)
        .hasMessageContaining(CUSTOMER.toString())
        .satisfies(it -> assertThat(it.getMessage()).doesNotContain(plain).doesNotContain("v1."));
  }

  private ObjectNode answer() {
    return Json.object()
        .put("customerId", CUSTOMER.toString())
        .put("baseUrl", "https://id.example.com")
        .put("kid", "kid1")
        .put("algorithm", "RS256")
        .put("rowId", ROW)
        .put("sealedPrivateKey", seal(plain));
  }

  private String seal(String text) {
    return keyring.seal("signing_key", "private_key", ROW, text);
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (java.security.GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}

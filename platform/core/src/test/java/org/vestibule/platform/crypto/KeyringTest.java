package org.vestibule.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyringTest {

  private static final SecretSource SECRETS = new SecureRandomSource();
  private static final String OLD = "k0:" + key();
  private static final String NEW = "k1:" + key();

  private final Keyring keyring = Keyring.parse(NEW + "," + OLD, SECRETS);

  @Test
  void sealed_opensInItsOwnPlace() {
    String sealed = seal(keyring, "s3cret ✓");
    assertThat(sealed).matches("v1\\.k1\\.[A-Za-z0-9_-]{16}\\.[A-Za-z0-9_-]+");
    assertThat(keyring.open("client", "secret", "r1", sealed)).isEqualTo("s3cret ✓");
  }

  @Test
  void theSamePlaintext_isSealedDifferentlyEachTime() {
    assertThat(seal(keyring, "x")).isNotEqualTo(seal(keyring, "x"));
  }

  @Test
  void sealed_doesNotOpenInAnotherPlace() {
    String sealed = seal(keyring, "x");
    assertRefused(() -> keyring.open("client", "secret", "r2", sealed));
    assertRefused(() -> keyring.open("client", "other", "r1", sealed));
    assertRefused(() -> keyring.open("other", "secret", "r1", sealed));
  }

  @Test
  void hashes_areMadeByEveryKeyAndTheWritingOneComesFirst() {
    List<String> hashes = keyring.hashes("code", "hash", "r1", "123456");

    assertThat(hashes)
        .hasSize(2)
        .doesNotHaveDuplicates()
        .allMatch(it -> it.matches("[0-9a-f]{64}"));
    assertThat(hashes).isEqualTo(keyring.hashes("code", "hash", "r1", "123456"));
    assertThat(Keyring.parse(OLD, SECRETS).hashes("code", "hash", "r1", "123456"))
        .containsExactly(hashes.get(1));
  }

  @Test
  void hashes_differByPlaceTextAndKey() {
    String hash = keyring.hashes("code", "hash", "r1", "123456").get(0);

    assertThat(
            List.of(
                keyring.hashes("code", "hash", "r1", "123457").get(0),
                keyring.hashes("code", "hash", "r2", "123456").get(0),
                keyring.hashes("code", "other", "r1", "123456").get(0),
                Keyring.parse("k9:" + key(), SECRETS).hashes("code", "hash", "r1", "123456").get(0),
                Digests.sha256Hex("123456")))
        .doesNotContain(hash);
  }

  @Test
  void nulInAPlace_cannotShiftTheBorders() {
    assertRefused(() -> keyring.seal("client\0secret", "r1", "", "x"));
  }

  @Test
  void changedCiphertext_isRefused() {
    String sealed = seal(keyring, "hello");
    char flipped = sealed.charAt(25) == 'A' ? 'B' : 'A';
    String changed = sealed.substring(0, 25) + flipped + sealed.substring(26);
    assertRefused(() -> keyring.open("client", "secret", "r1", changed));
  }

  @Test
  void afterRotation_oldValuesOpenAndAskForRewrapping() {
    String sealed = seal(Keyring.parse(OLD, SECRETS), "x");
    assertThat(keyring.open("client", "secret", "r1", sealed)).isEqualTo("x");
    assertThat(keyring.needsRewrap(sealed)).isTrue();
    assertThat(keyring.needsRewrap(seal(keyring, "x"))).isFalse();
  }

  @Test
  void removedKey_isNamedInTheRefusal() {
    String sealed = seal(keyring, "x");
    assertThatThrownBy(() -> Keyring.parse(OLD, SECRETS).open("client", "secret", "r1", sealed))
        .isInstanceOf(KeyringException.class)
        .hasMessage("the keyring has no key k1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "v1", "v1.k1.AAAA", "v2.k1.AAAA.AAAA", "v1.k1.AAAA.AAAA", "v1.k1.!.!"})
  void somethingElse_isNoSealedValue(String text) {
    assertRefused(() -> keyring.open("client", "secret", "r1", text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "k1", "k1:", "k1:!!!", "k1:AAAA", ":AAAA", "k 1:AAAA", "k1:AAAA,"})
  void badSettings_areRefused(String setting) {
    assertRefused(() -> Keyring.parse(setting, SECRETS));
  }

  @Test
  void duplicateAndDefaultKeys_areRefused() {
    assertRefused(() -> Keyring.parse(OLD + "," + OLD, SECRETS));
    String zeros = Base64.getEncoder().encodeToString(new byte[32]);
    assertThatThrownBy(() -> Keyring.parse("k1:" + zeros, SECRETS))
        .hasMessage("keyring key k1 is not random");
  }

  @Test
  void noTextAboutTheKeyring_holdsKeyMaterial() {
    String secretPart = NEW.substring(3);
    assertThat(keyring.toString()).isEqualTo("Keyring[k1, k0]");
    assertThatThrownBy(() -> Keyring.parse("k1:" + secretPart + "!", SECRETS))
        .satisfies(e -> assertThat(e.toString()).doesNotContain(secretPart.substring(0, 8)));
  }

  private static String seal(Keyring keyring, String plain) {
    return keyring.seal("client", "secret", "r1", plain);
  }

  private static void assertRefused(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(KeyringException.class);
  }

  private static String key() {
    return Base64.getEncoder().encodeToString(SECRETS.bytes(32));
  }
}

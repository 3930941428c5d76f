package org.vestibule.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2idTest {

  /** Made by the reference command line: password "password", salt "somesalt". */
  private static final String REFERENCE =
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

  private static final byte[] PASSWORD = "password".getBytes(UTF_8);

  static Stream<Argon2id> implementations() {
    SecretSource secrets = new SecureRandomSource();
    return Stream.of(
        new Argon2id(secrets, new NativeArgon2()), new Argon2id(secrets, new JavaArgon2()));
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void referenceVector_verifies(Argon2id argon2id) {
    assertThat(argon2id.verify(REFERENCE, PASSWORD)).isTrue();
    assertThat(argon2id.verify(REFERENCE, "Password".getBytes(UTF_8))).isFalse();
    assertThat(Argon2id.needsRehash(Argon2Params.USUAL, REFERENCE)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void ownHash_verifiesAndIsCurrent(Argon2id argon2id) {
    byte[] secret = "Test.123".getBytes(UTF_8);
    String phc = argon2id.hash(Argon2Params.USUAL, secret);
    assertThat(phc)
        .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    assertThat(argon2id.verify(phc, secret)).isTrue();
    assertThat(Argon2id.needsRehash(Argon2Params.USUAL, phc)).isFalse();
    assertThat(argon2id.hash(Argon2Params.USUAL, secret)).isNotEqualTo(phc);
    assertThat(secret).isEqualTo("Test.123".getBytes(UTF_8));
  }

  @Test
  void hashOfAnotherCost_verifiesAndIsOutdated() {
    Argon2id argon2id = implementations().findFirst().orElseThrow();
    Argon2Params other = new Argon2Params(7_168, 5, 1);
    String phc = argon2id.hash(other, PASSWORD);
    assertThat(phc).startsWith("$argon2id$v=19$m=7168,t=5,p=1$");
    assertThat(argon2id.verify(phc, PASSWORD)).isTrue();
    assertThat(Argon2id.needsRehash(other, phc)).isFalse();
    assertThat(Argon2id.needsRehash(Argon2Params.USUAL, phc)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "7168, 5, 1, m=3072 t=1 p=1",
    "7168, 1, 1, m=15872 t=2 p=1",
    "8, 1, 1, m=19452 t=2 p=1",
    "19456, 2, 1, -",
    "19456, 3, 1, -",
    "65536, 2, 1, -"
  })
  void cheaperHash_isSupplementedToTheSameWork(int memory, int passes, int lanes, String expected) {
    String phc = Argon2id.unmatchable(new Argon2Params(memory, passes, lanes));
    String text =
        Argon2id.supplement(Argon2Params.USUAL, phc)
            .map(it -> it.split("\\$")[3].replace(',', ' '))
            .orElse("-");
    assertThat(text).isEqualTo(expected);
  }

  @Test
  void unreadableHash_isSupplementedByAWholeOne() {
    Argon2id argon2id = implementations().findFirst().orElseThrow();
    String whole = Argon2id.unmatchable(Argon2Params.USUAL);
    assertThat(Argon2id.supplement(Argon2Params.USUAL, "x")).contains(whole);
    assertThat(Argon2id.needsRehash(Argon2Params.USUAL, whole)).isFalse();
    assertThat(argon2id.verify(whole, PASSWORD)).isFalse();
  }

  @Test
  void hashThatAnOperatorMayHaveChosen_staysReadable_butIsNotImported() {
    String costly = Argon2id.unmatchable(new Argon2Params(1_048_576, 10, 4));
    assertThat(Argon2Phc.parse(costly)).isPresent();
    assertThat(Argon2id.accepts(costly)).isFalse();
    assertThat(Argon2id.accepts(Argon2id.unmatchable(new Argon2Params(131_072, 10, 4)))).isTrue();
  }

  @Test
  void bothImplementations_giveTheSameTag() {
    byte[] salt = "0123456789abcdef".getBytes(UTF_8);
    for (Argon2Params params :
        new Argon2Params[] {Argon2Params.USUAL, new Argon2Params(1_024, 3, 4)}) {
      for (byte[] secret : new byte[][] {{}, PASSWORD, new byte[1_024]}) {
        assertThat(new NativeArgon2().tag(params, secret, salt, 32))
            .isEqualTo(new JavaArgon2().tag(params, secret, salt, 32));
      }
    }
  }

  @Test
  void longInput_isRefusedBeforeItCosts() {
    Argon2id argon2id = implementations().findFirst().orElseThrow();
    assertThatThrownBy(() -> argon2id.hash(Argon2Params.USUAL, new byte[1_025]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(argon2id.verify(REFERENCE, new byte[1_025])).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "$2a$10$abcdefghijklmnopqrstuv",
        "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=16$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=4194304,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=65536,t=9999,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=65536,t=2,p=255$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=7,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=65536,t=0,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$"
      })
  void hostileOrForeignHash_neverMatchesAndCostsNothing(String phc) {
    Argon2id argon2id = new Argon2id(new SecureRandomSource(), new NoArgon2());
    assertThat(argon2id.verify(phc, PASSWORD)).isFalse();
    assertThat(Argon2id.accepts(phc)).isFalse();
    assertThat(Argon2id.needsRehash(Argon2Params.USUAL, phc)).isTrue();
  }

  @Test
  void thisMachine_hasTheNativeLibrary() {
    assertThat(Argon2Engines.best().describe()).isEqualTo("native");
  }

  /** Fails the test when anything is computed. */
  private static final class NoArgon2 implements Argon2Engine {
    @Override
    public byte[] tag(Argon2Params params, byte[] secret, byte[] salt, int tagLength) {
      throw new AssertionError("nothing may be computed for " + params);
    }

    @Override
    public String describe() {
      return "none";
    }
  }
}

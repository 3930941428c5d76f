package org.vestibule.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SecretSourceTest {

  private final SecretSource secrets = new SecureRandomSource();

  @Test
  void eachShape_hasItsLengthAndAlphabet() {
    assertThat(secrets.token()).matches("[abcdefghjkmnpqrstuvwxyz23456789]{32}");
    assertThat(secrets.lowerAlphanumeric(40)).matches("[a-z0-9]{40}");
    assertThat(secrets.digits(6)).matches("[0-9]{6}");
    assertThat(secrets.requestId()).matches("[a-z2-9]{16}");
    assertThat(secrets.urlSafe(48)).matches("[A-Za-z0-9_-]{64}");
    assertThat(secrets.bytes(12)).hasSize(12);
  }

  @Test
  void tokens_doNotRepeat() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      seen.add(secrets.token());
    }
    assertThat(seen).hasSize(10_000);
  }

  /** With "value modulo 31" the first eight characters would be 12 % too frequent. */
  @Test
  void everyByteValue_givesEveryCharacterEquallyOften() {
    Map<Character, Integer> counts = new TreeMap<>();
    SecretSource everyByte = new EveryByteOnce();
    String text = Alphabet.TOKEN.draw(248, everyByte);
    text.chars().forEach(c -> counts.merge((char) c, 1, Integer::sum));
    assertThat(counts).hasSize(31);
    assertThat(counts.values()).containsOnly(8);
  }

  /** Counts through all byte values, one after the other. */
  private static final class EveryByteOnce implements SecretSource {
    private int next;

    @Override
    public byte[] bytes(int count) {
      byte[] bytes = new byte[count];
      for (int i = 0; i < count; i++) {
        bytes[i] = (byte) next++;
      }
      return bytes;
    }
  }
}

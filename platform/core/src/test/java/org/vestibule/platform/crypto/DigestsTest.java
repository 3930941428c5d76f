package org.vestibule.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DigestsTest {

  @Test
  void sha256_givesThePublishedVector() {
    assertThat(Digests.sha256Hex("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(Digests.sha256Hex("abc".getBytes(UTF_8))).isEqualTo(Digests.sha256Hex("abc"));
  }

  @Test
  void hmac_givesThePublishedVectors() {
    byte[] key = "Jefe".getBytes(UTF_8);
    byte[] message = "what do ya want for nothing?".getBytes(UTF_8);
    assertThat(HexFormat.of().formatHex(Digests.hmacSha1(key, message)))
        .isEqualTo("effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
    assertThat(HexFormat.of().formatHex(Digests.hmacSha256(key, message)))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Test
  void hmac_withoutAKey_isRefused() {
    assertThatThrownBy(() -> Digests.hmacSha256(new byte[0], new byte[1]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void constantTimeEquals_comparesContentAndNeverNull() {
    assertThat(Digests.constantTimeEquals("ä", "ä")).isTrue();
    assertThat(Digests.constantTimeEquals("a", "b")).isFalse();
    assertThat(Digests.constantTimeEquals("a", "aa")).isFalse();
    assertThat(Digests.constantTimeEquals((String) null, null)).isFalse();
    assertThat(Digests.constantTimeEquals(new byte[] {1}, new byte[] {1})).isTrue();
    assertThat(Digests.constantTimeEquals((byte[]) null, null)).isFalse();
  }
}

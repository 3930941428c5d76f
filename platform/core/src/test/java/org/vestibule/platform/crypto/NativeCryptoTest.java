package org.vestibule.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Security;
import org.junit.jupiter.api.Test;

class NativeCryptoTest {

  @Test
  void install_putsTheNativeProviderFirstOrLeavesJava() {
    boolean isInstalled = NativeCrypto.install();
    try {
      String expected = isInstalled ? "AmazonCorrettoCryptoProvider" : "SunRsaSign";
      assertThat(NativeCrypto.providerOf("SHA256withRSA")).isEqualTo(expected);
    } finally {
      Security.removeProvider("AmazonCorrettoCryptoProvider");
    }
  }

  @Test
  void unknownAlgorithm_isReportedAsMissing() {
    assertThat(NativeCrypto.providerOf("no-such-thing")).isEqualTo("missing");
  }
}

package org.vestibule.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestConfigTest {
  @Test
  void serviceConfig_whenAsked_thenHoldsEveryKeyOfTheRunContract() {
    Map<String, String> config = TestConfig.serviceConfigWithoutKafka("auth");
    assertThat(config)
        .containsEntry("vestibule.database.user", "vestibule_auth")
        .containsKeys("vestibule.database.url", "vestibule.database.password")
        .containsKeys("vestibule.kafka.bootstrap", "vestibule.services.hostedlogin")
        .containsKeys("vestibule.internal.private-key", "vestibule.internal.keys.operator")
        .containsKeys("quarkus.mailer.port", "vestibule.http.trusted-proxies");
    assertThat(config.get("vestibule.keyring.keys")).matches("k1:[A-Za-z0-9+/]{43}=");
  }

  @Test
  void token_whenSigned_thenVerifiesWithTheCallersPublicKey() throws Exception {
    String[] parts = TestConfig.token("operator", "config").split("\\.");
    byte[] key = Base64.getDecoder().decode(TestConfig.secrets().publicKeyText("operator"));
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(key)));
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
        .contains("\"iss\":\"operator\"", "\"aud\":\"config\"");
  }
}

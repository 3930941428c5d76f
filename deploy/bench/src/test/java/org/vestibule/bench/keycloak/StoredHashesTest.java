package org.vestibule.bench.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoredHashesTest {
  @Test
  void cost_ofACredential_readsAsThatOfOurs() {
    String credential =
        """
        {"hashIterations":5,"algorithm":"argon2","additionalParameters":
         {"hashLength":["32"],"memory":["7168"],"type":["id"],"version":["1.3"],"parallelism":["1"]}}
        """;
    assertThat(StoredHashes.cost(credential)).isEqualTo(StoredHashes.WANTED);
    assertThat(StoredHashes.cost(credential.replace("7168", "7169")))
        .isEqualTo("argon2id m=7169 t=5 p=1");
  }
}

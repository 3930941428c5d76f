package org.vestibule.e2e.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecretSearchTest {
  private final SecretSearch search = new SecretSearch(List.of("kept-secret-1", "kept-secret-2"));

  @Test
  void findsASecretInEachForm() {
    assertThat(search.in("a kept-secret-2 b")).containsExactly("kept-secret-2");
    assertThat(search.in("\\x6b6570742d7365637265742d31")).containsExactly("kept-secret-1");
    assertThat(search.in("Basic a2VwdC1zZWNyZXQtMQ==")).isNotEmpty();
  }

  @Test
  void findsNothingElse() {
    assertThat(search.in("a kept-secret-3, kept-secret- and unkept")).isEmpty();
  }
}

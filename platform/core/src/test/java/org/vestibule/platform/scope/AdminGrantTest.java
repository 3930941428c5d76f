package org.vestibule.platform.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AdminGrantTest {
  private static final UUID CUSTOMER = UUID.fromString("11111111-1111-4111-8111-111111111111");
  private static final UUID OTHER = UUID.fromString("22222222-2222-4222-8222-222222222222");
  private static final Instant END = Instant.parse("2026-03-11T10:42:07Z");
  private static final Instant NOW = END.minusSeconds(1);

  @Test
  void permits_whenOwnCustomerAndScope() {
    assertThat(
            grant(AdminGrant.State.active, "administrative")
                .permits(CUSTOMER, "GET", "webhooks/x", NOW))
        .isTrue();
    assertThat(
            grant(AdminGrant.State.active, "administrative")
                .permits(CUSTOMER, "GET", "config/x", NOW))
        .isFalse();
  }

  @Test
  void permits_whenOtherCustomer_thenNot() {
    assertThat(
            grant(AdminGrant.State.active, "administrative")
                .permits(OTHER, "GET", "webhooks/x", NOW))
        .isFalse();
  }

  @Test
  void permits_whenItEndedAfterItWasRead_thenNot() {
    assertThat(
            grant(AdminGrant.State.active, "administrative")
                .permits(CUSTOMER, "GET", "webhooks/x", END))
        .isFalse();
  }

  @ParameterizedTest
  @EnumSource(value = AdminGrant.State.class, mode = EnumSource.Mode.EXCLUDE, names = "active")
  void permits_whenNotActive_thenNot(AdminGrant.State state) {
    assertThat(grant(state, "administrative").permits(CUSTOMER, "GET", "webhooks/x", NOW))
        .isFalse();
    assertThat(AdminGrant.none().permits(CUSTOMER, "GET", "webhooks/x", NOW)).isFalse();
  }

  @Test
  void permits_whenTokenOfAnotherKind_thenNot() {
    assertThat(grant(AdminGrant.State.active, "client").permits(CUSTOMER, "GET", "webhooks/x", NOW))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "Bearer abc, abc",
        "bearer   a-b_c~1/2+3==, a-b_c~1/2+3==",
        "null, null",
        "'', null",
        "Bearer, null",
        "'Bearer ', null",
        "Basic abc, null",
        "abc, null",
        "Bearer a b, null",
        "'Bearer a,Bearer b', null",
        "Bearerabc, null"
      })
  void bearer_isReadStrictly(String header, String token) {
    assertThat(BearerToken.of(header).orElse(null)).isEqualTo(token);
  }

  private static AdminGrant grant(AdminGrant.State state, String kind) {
    return new AdminGrant(state, kind, CUSTOMER, "c", List.of("*:webhooks/**"), END);
  }
}

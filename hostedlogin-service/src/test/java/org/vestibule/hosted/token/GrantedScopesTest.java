package org.vestibule.hosted.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrantedScopesTest {
  @ParameterizedTest
  @CsvSource({
    "*:webhooks/**, *:webhooks/**",
    "*:/webhooks/**, *:/webhooks/**",
    "*:config/** .:sessions, *:config/** .:sessions",
    "**.**, **.**",
    "'  *:a   *:b *:a ', *:a *:b",
    "*:config/** openid nonsense, *:config/**"
  })
  void ofEverything_whatWasAskedForIsGranted(String wanted, String granted) {
    assertThat(String.join(" ", granted(wanted, "*:**"))).isEqualTo(granted);
  }

  @Test
  void more_isDroppedSilently() {
    assertThat(granted("*:webhooks/** *:config/** GET:webhooks/x", "*:webhooks/**"))
        .containsExactly("*:webhooks/**", "GET:webhooks/x");
  }

  @Test
  void nothingAskedFor_everythingAllowed() {
    assertThat(granted(null, "*:config/**", ".:webhooks/**"))
        .containsExactly("*:config/**", ".:webhooks/**");
  }

  @Test
  void openid_isNeverGranted_privateScopesAre() {
    assertThat(granted(null, "openid", "profile", "orders")).containsExactly("profile", "orders");
    assertThat(granted("openid orders", "openid", "orders")).containsExactly("orders");
    assertRefused("openid", "openid", "orders");
    assertRefused(null, "openid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*:**",
        "*:config/**",
        "+:webhooks/**",
        "GET:config",
        "openid",
        "   ",
        "nonsense",
        "*:webhooks/**\t*:config/**",
        "*:webhooks/../**"
      })
  void nothingLeft_isRefused(String wanted) {
    assertRefused(wanted, ".:webhooks/**");
  }

  @Test
  void tooLong_isRefused() {
    assertRefused("*:" + "a".repeat(5_000), "*:**");
  }

  private static void assertRefused(String wanted, String... allowed) {
    assertThatThrownBy(() -> granted(wanted, allowed)).hasMessageContaining("invalid_scope");
  }

  private static List<String> granted(String wanted, String... allowed) {
    TokenForm form = new TokenForm(wanted == null ? Map.of() : Map.of("scope", wanted), List.of());
    return GrantedScopes.of(TestTokenClients.allowed(allowed), form);
  }
}

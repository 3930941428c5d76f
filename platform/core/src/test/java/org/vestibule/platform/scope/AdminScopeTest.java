package org.vestibule.platform.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminScopeTest {
  @ParameterizedTest
  @CsvSource({
    "*:webhooks/**, GET, webhooks/subscriptions, true",
    "*:webhooks/**, PATCH, webhooks/subscriptions/1/events, true",
    "*:webhooks/**, OPTIONS, webhooks, true",
    "*:/webhooks/**, DELETE, webhooks/subscriptions, true",
    "*:webhooks/**, GET, webhook/subscriptions, false",
    "*:webhooks/**, GET, config/webhooks/x, false",
    "*:webhooks/**, GET, WEBHOOKS/x, false",
    ".:**, GET, config/clients, true",
    ".:**, HEAD, config/clients, true",
    ".:**, POST, config/clients, false",
    ".:**, DELETE, config/clients, false",
    "+:config/**, POST, config/clients, true",
    "+:config/**, PUT, config/clients/1, true",
    "+:config/v3/policies/sessions-default, PATCH, config/v3/policies/sessions-default, true",
    "+:config/**, GET, config/clients, false",
    "+:config/**, DELETE, config/clients/1, false",
    "-:sessions/*, DELETE, sessions/1, true",
    "-:sessions/*, GET, sessions/1, false",
    "GET:webhooks/**, GET, webhooks/subscriptions, true",
    "GET:webhooks/**, HEAD, webhooks/subscriptions, false",
    "PATCH:webhooks/**, PATCH, webhooks/subscriptions/1, true",
    "*:config/tokenPolicies, GET, config/tokenPolicies, true",
    "*:config/tokenPolicies, GET, config/tokenPolicies/1, false",
    "*:config/tokenPolicies/*, GET, config/tokenPolicies/1, true",
    "*:config/tokenPolicies/*, GET, config/tokenPolicies, false",
    "*:config/tokenPolicies/*, GET, config/tokenPolicies/1/allowedGrantTypes, false",
    "*:config/*/1, GET, config/clients/1, true",
    "*:**/secret, GET, config/clients/1/secret, true",
    "*:**/secret, GET, config/clients/1, false",
    "*:config/**/secret, GET, config/secret, true",
    "*:**, GET, '', true",
  })
  void permits_followsVerbAndPath(String scope, String method, String path, boolean permitted) {
    assertThat(AdminScope.parse(scope).orElseThrow().permits(method, path)).isEqualTo(permitted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*:**", "**.**", "*.**", "**:**", "*:/**"})
  void everything_hasFiveForms(String text) {
    assertThat(AdminScope.parse(text)).contains(new AdminScope("*", "**"));
    assertThat(AdminScope.parse(text).orElseThrow().permits("DELETE", "a/b/c")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "openid",
        "webhooks/**",
        ":**",
        "*:",
        "*:/",
        "get:webhooks/**",
        "TRACE:webhooks/**",
        "**",
        "*.webhooks/**",
        "*:web hooks",
        "*:web\"hooks",
        "*:web\\hooks",
        "*:wébhooks",
        "*:a\nb"
      })
  void otherTexts_areNoScopes(String text) {
    assertThat(AdminScope.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "config/../webhooks/subscriptions",
        "config/./clients",
        "config/%2e%2E/webhooks/subscriptions",
        "config/..%2Fwebhooks",
        "config%2f..%2fwebhooks",
        "config/..",
        "../other",
        "config\\..\\webhooks"
      })
  void pathsThatLeadElsewhere_arePermittedByNothing(String path) {
    assertThat(AdminScope.parse("*:config/**").orElseThrow().permits("GET", path)).isFalse();
    assertThat(AdminScope.parse("*:**").orElseThrow().permits("GET", path)).isFalse();
  }

  @Test
  void wildcardInARequest_isNoWildcard() {
    assertThat(AdminScope.parse("*:config/clients").orElseThrow().permits("GET", "config/*"))
        .isFalse();
    assertThat(AdminScope.parse("*:config/*").orElseThrow().permits("GET", "config/**")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "*:**, *:webhooks/**, true",
    "*:**, .:config/*, true",
    "*:webhooks/**, *:webhooks/subscriptions/*, true",
    "*:webhooks/**, *:webhooks, true",
    "*:webhooks/**, *:**, false",
    "*:webhooks/**, *:*/**, false",
    "*:webhooks/*, *:webhooks/**, false",
    "*:webhooks/*, *:webhooks/*, true",
    "*:*/clients, *:config/clients, true",
    "*:config/clients, *:*/clients, false",
    ".:config/**, GET:config/clients, true",
    "GET:config/**, .:config/clients, false",
    ".:config/**, *:config/**, false",
    ".:config/**, +:config/**, false",
    "+:config/**, PATCH:config/x, true",
    "*:**/secret, *:config/**/secret, true",
    "*:**/secret, *:config/**, false",
    "*:a/**/b, *:a/b, true",
    "*:**/**, *:**, true",
  })
  void cover_isNeverWider(String allowed, String wanted, boolean covered) {
    assertThat(AdminScopes.parse(List.of(allowed)).cover(AdminScope.parse(wanted).orElseThrow()))
        .isEqualTo(covered);
  }

  @Test
  void cover_mayComeFromSeveralScopes() {
    AdminScopes allowed = AdminScopes.parse(List.of("GET:config/**", "HEAD:**", "nonsense"));

    assertThat(allowed.all()).hasSize(2);
    assertThat(allowed.cover(new AdminScope(".", "config/clients"))).isTrue();
    assertThat(allowed.cover(new AdminScope(".", "webhooks/**"))).isFalse();
    assertThat(allowed.permits("HEAD", "webhooks/subscriptions")).isTrue();
    assertThat(allowed.permits("GET", "webhooks/subscriptions")).isFalse();
  }
}

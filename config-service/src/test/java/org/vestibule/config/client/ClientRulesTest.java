package org.vestibule.config.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientRulesTest {
  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0/0", "10.0.0.1/32", "198.51.100.0/24", "::/0", "2001:db8::/128"})
  void blocks_ofEitherKind(String block) {
    assertThat(ClientRules.refusalOfBlocks(List.of(block))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/8",
        "10.0.0.1",
        "10.0.0.1/",
        "10.0.0.1/x",
        "10.0.0.1/-1",
        "10.0.0/8",
        "300.0.0.1/8",
        "010.0.0.1/8",
        "localhost/8",
        "10.0.0.1/8/8",
        " 10.0.0.1/8",
        "10.0.0.1/99999999999"
      })
  void otherTexts_areNoBlocks(String block) {
    assertThat(ClientRules.refusalOfBlocks(List.of("10.0.0.0/8", block)))
        .contains("cidr address must have the form x.x.x.x/x");
  }

  @Test
  void lengths_areLimitedByTheKindOfAddress() {
    assertThat(ClientRules.refusalOfBlocks(List.of("10.0.0.1/33")))
        .contains("invalid cidr address: 10.0.0.1/33; value after slash must be 32 or less");
    assertThat(ClientRules.refusalOfBlocks(List.of("::1/129")))
        .contains("invalid cidr address: ::1/129; value after slash must be 128 or less");
    assertThat(ClientRules.refusalOfBlocks(Collections.nCopies(501, "10.0.0.0/8"))).isPresent();
  }

  @Test
  void draft_countsEverythingOnce() {
    ClientDraft draft =
        new ClientDraft("x", List.of("owner", "owner"), List.of("::/0", "::/0", "10.0.0.0/8"));
    assertThat(draft.features()).containsExactly("owner");
    assertThat(draft.ipWhitelist()).containsExactly("::/0", "10.0.0.0/8");
    assertThat(draft.withIpWhitelist(List.of()).ipWhitelist()).containsExactly("0.0.0.0/0");
    assertThat(ClientRules.refusalOfFeatures(List.of("login_client", "login_client"))).isEmpty();
  }
}

package org.vestibule.hosted.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vestibule.hosted.TestSql;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.scope.AdminGrant;

class TokenRepositoryTest {
  private static final Instant NOW = Instant.parse("2026-03-11T09:42:07Z");
  private static final Instant END = NOW.plusSeconds(3600);
  private static final UUID CUSTOMER = UUID.fromString("11111111-1111-4111-8111-111111111111");
  private static final UUID OTHER = UUID.fromString("22222222-2222-4222-8222-222222222222");
  private static TestSql sql;

  private final TokenRepository tokens = new TokenRepository();
  private final TokenClientRepository clients = new TokenClientRepository();

  @BeforeAll
  static void open() {
    sql = new TestSql();
    sql.customer(CUSTOMER);
    sql.customer(OTHER);
  }

  @AfterAll
  static void close() {
    sql.close();
  }

  @Test
  void find_whenKnown_thenItsStateAtThatInstant() {
    UUID client = sql.client(CUSTOMER, "s");
    insert(CUSTOMER, "t-state", client);

    AdminGrant grant = find("t-state", NOW).orElseThrow();
    assertThat(grant)
        .isEqualTo(
            new AdminGrant(
                AdminGrant.State.active,
                "administrative",
                CUSTOMER,
                client.toString(),
                List.of("*:webhooks/**", ".:**"),
                END));
    assertThat(find("t-state", END.minusNanos(1000)).orElseThrow().state())
        .isEqualTo(AdminGrant.State.active);
    assertThat(find("t-state", END).orElseThrow().state()).isEqualTo(AdminGrant.State.expired);
    assertThat(find("t-other", NOW)).isEmpty();
  }

  @Test
  void find_whenItsClientIsGone_thenUnknown() {
    UUID client = sql.client(CUSTOMER, "s");
    insert(CUSTOMER, "t-gone", client);
    sql.execute("DELETE FROM oidc_client WHERE id = '" + client + "'");

    assertThat(find("t-gone", NOW)).isEmpty();
  }

  @Test
  void findClient_whenOfAnotherCustomer_thenUnknown() {
    UUID client = sql.client(CUSTOMER, "s");

    assertThat(findClient(OTHER, client)).isEmpty();
    TokenClient found = findClient(CUSTOMER, client).orElseThrow();
    assertThat(found.customerId()).isEqualTo(CUSTOMER);
    assertThat(found.isConfiguration()).isTrue();
    assertThat(found.isPublic()).isFalse();
    assertThat(found.secretHashes()).containsExactly(Digests.sha256Hex("s"));
    assertThat(found.policy().scopes()).containsExactly("*:**");
    assertThat(found.policy().accessTokenLifetime()).isEqualTo(3600);
  }

  @Test
  void redirectUris_areThoseOfTheCustomerAlone() {
    sql.client(OTHER, "s");

    List<String> ofOther = sql.run(tx -> clients.redirectUris(tx, OTHER));
    List<String> ofNobody = sql.run(tx -> clients.redirectUris(tx, UUID.randomUUID()));
    assertThat(ofOther).containsExactly("https://shop.example.com/cb");
    assertThat(ofNobody).isEmpty();
  }

  @Test
  void forget_whenTheTimeHasCome_thenInBatches() {
    try (TestSql own = new TestSql()) {
      for (int i = 0; i < 5; i++) {
        TokenRow row = row("t-" + i, UUID.randomUUID());
        own.run(tx -> tokens.insert(tx, CUSTOMER, row));
      }

      assertThat(own.<Integer>run(tx -> tokens.forget(tx, END, 3))).isZero();
      assertThat(own.<Integer>run(tx -> tokens.forget(tx, END.plusSeconds(1), 3))).isEqualTo(3);
      assertThat(own.<Integer>run(tx -> tokens.forget(tx, END.plusSeconds(1), 3))).isEqualTo(2);
      assertThat(own.number("SELECT count(*) FROM access_token")).isZero();
    }
  }

  @Test
  void find_readsByTheIndex() {
    assertThat(
            sql.plan(
                "SELECT 1 FROM access_token AS token JOIN oidc_client AS client"
                    + " ON client.customer_id = token.customer_id AND client.id = token.client_id"
                    + " WHERE token.token_hash = '\\x00'"))
        .contains("access_token_pkey");
  }

  private static TokenRow row(String token, UUID client) {
    return new TokenRow(
        Digests.sha256(token),
        client,
        TokenKind.administrative,
        List.of("*:webhooks/**", ".:**"),
        List.of(),
        NOW,
        END);
  }

  private void insert(UUID customer, String token, UUID client) {
    sql.run(tx -> tokens.insert(tx, customer, row(token, client)));
  }

  private Optional<AdminGrant> find(String token, Instant now) {
    return sql.run(tx -> tokens.find(tx, Digests.sha256(token), now));
  }

  private Optional<TokenClient> findClient(UUID customer, UUID client) {
    return sql.run(tx -> clients.find(tx, customer, client, NOW));
  }
}

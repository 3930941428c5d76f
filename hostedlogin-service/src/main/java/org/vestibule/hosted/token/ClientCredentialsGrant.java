package org.vestibule.hosted.token;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.vestibule.hosted.wire.OAuthError;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.crypto.SecretSource;
import org.vestibule.platform.sql.SqlTransactions;

/** Tokens of clients that act for themselves, first of all administrative ones. */
@Singleton
class ClientCredentialsGrant implements Grant {
  /** Written in base64url these are 64 characters. */
  private static final int TOKEN_BYTES = 48;

  private final TokenRepository tokens;
  private final SqlTransactions transactions;
  private final SecretSource secrets;
  private final Clock clock;

  ClientCredentialsGrant(
      TokenRepository tokens, SqlTransactions transactions, SecretSource secrets, Clock clock) {
    this.tokens = tokens;
    this.transactions = transactions;
    this.secrets = secrets;
    this.clock = clock;
  }

  @Override
  public String type() {
    return "client_credentials";
  }

  @Override
  public Uni<IssuedToken> issue(TokenClient client, TokenForm form) {
    requireSecret(client);
    List<String> scopes = GrantedScopes.of(client, form);
    requireResources(client, form);
    String token = secrets.urlSafe(TOKEN_BYTES);
    TokenRow row = row(client, form, scopes, token);
    return transactions
        .read(tx -> tokens.insert(tx, client.customerId(), row))
        .replaceWith(
            new IssuedToken(
                token, client.policy().accessTokenLifetime(), String.join(" ", scopes)));
  }

  /** Whoever has no secret cannot act for itself (RFC 6749, 4.4). */
  private static void requireSecret(TokenClient client) {
    if (client.isPublic()) {
      throw OAuthError.unauthorized_client
          .because("a public client cannot use this grant")
          .exception();
    }
  }

  private static void requireResources(TokenClient client, TokenForm form) {
    if (!client.policy().resources().containsAll(form.resources())) {
      throw OAuthError.invalid_target.because("the resource is not allowed").exception();
    }
  }

  private TokenRow row(TokenClient client, TokenForm form, List<String> scopes, String token) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new TokenRow(
        Digests.sha256(token),
        client.id(),
        TokenKind.of(client),
        scopes,
        form.resources().stream().distinct().toList(),
        now,
        now.plusSeconds(client.policy().accessTokenLifetime()));
  }
}

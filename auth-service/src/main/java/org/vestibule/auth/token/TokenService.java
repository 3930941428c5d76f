package org.vestibule.auth.token;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.auth.AuthConfig;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.crypto.SecretSource;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/** Issues and resolves access tokens and authorization codes; only their hashes are stored. */
@ApplicationScoped
public class TokenService {
  private final TokenRepository tokens;
  private final GrantService grants;
  private final SqlTransactions transactions;
  private final SecretSource secrets;
  private final Clock clock;
  private final AuthConfig.Tokens config;

  TokenService(
      TokenRepository tokens,
      GrantService grants,
      SqlTransactions transactions,
      SecretSource secrets,
      Clock clock,
      AuthConfig config) {
    this.tokens = tokens;
    this.grants = grants;
    this.transactions = transactions;
    this.secrets = secrets;
    this.clock = clock;
    this.config = config.auth().tokens();
  }

  /** Makes a grant with what the order asks for, in the caller's transaction. */
  public Uni<IssuedTokens> issue(Tx tx, GrantOrder order) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    IssuedTokens issued = draw(order.responseType());
    return grants
        .create(tx, order, now)
        .chain(grant -> insertToken(tx, order, grant, issued, now))
        .chain(grant -> insertCode(tx, order, grant, issued, now))
        .replaceWith(issued);
  }

  /** What a token stands for, by the SHA-256 of it. */
  public Uni<Optional<ResolvedToken>> resolve(byte[] hash) {
    return transactions.read(tx -> tokens.findToken(tx, hash, clock.instant()));
  }

  /** Uses a code of this client up; empty for every caller but the first one. */
  public Uni<Optional<ConsumedCode>> consumeCode(
      Tx tx, String applicationId, String code, String clientId) {
    return tokens.consumeCode(tx, applicationId, Digests.sha256(code), clientId, clock.instant());
  }

  private IssuedTokens draw(ResponseType type) {
    return new IssuedTokens(
        type.hasToken() ? Optional.of(secrets.token()) : Optional.empty(),
        type.hasCode() ? Optional.of(secrets.token()) : Optional.empty());
  }

  private Uni<UUID> insertToken(
      Tx tx, GrantOrder order, UUID grant, IssuedTokens issued, Instant now) {
    Instant end = now.plus(order.lifetimes().accessToken());
    return issued
        .accessToken()
        .map(
            token ->
                new TokenRow(Digests.sha256(token), grant, now, end, forgetAt(order, end, now)))
        .map(row -> tokens.insertToken(tx, order.grantee().applicationId(), row).replaceWith(grant))
        .orElseGet(() -> Uni.createFrom().item(grant));
  }

  private Uni<UUID> insertCode(
      Tx tx, GrantOrder order, UUID grant, IssuedTokens issued, Instant now) {
    Instant end = now.plus(order.lifetimes().code());
    return issued
        .authorizationCode()
        .map(code -> codeRow(order, grant, Digests.sha256(code), now, end))
        .map(row -> tokens.insertCode(tx, order.grantee().applicationId(), row).replaceWith(grant))
        .orElseGet(() -> Uni.createFrom().item(grant));
  }

  private CodeRow codeRow(GrantOrder order, UUID grant, byte[] hash, Instant now, Instant end) {
    String client = order.grantee().clientId();
    Instant forgetAt = end.plus(config.remember());
    return new CodeRow(hash, grant, client, order.redirectUri(), now, end, forgetAt);
  }

  /** A mobile client shows its last token, however long expired, when it asks for the next one. */
  private Instant forgetAt(GrantOrder order, Instant end, Instant now) {
    Instant remembered = end.plus(config.remember());
    Instant refreshable = now.plus(order.lifetimes().refresh());
    return order.refreshSecret().isPresent() && refreshable.isAfter(remembered)
        ? refreshable
        : remembered;
  }
}

package org.vestibule.auth.token;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.auth.AuthConfig;
import org.vestibule.auth.grant.GrantRow;
import org.vestibule.auth.grant.Grantee;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.crypto.Keyring;
import org.vestibule.platform.crypto.SecretSource;
import org.vestibule.platform.id.IdSource;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/** Issues and resolves access tokens and authorization codes; only their hashes are stored. */
@Singleton
public class TokenService {
  private final TokenRepository tokens;
  private final SqlTransactions transactions;
  private final SecretSource secrets;
  private final IdSource ids;
  private final Keyring keyring;
  private final Clock clock;
  private final Duration remember;

  TokenService(
      TokenRepository tokens,
      SqlTransactions transactions,
      SecretSource secrets,
      IdSource ids,
      Keyring keyring,
      Clock clock,
      AuthConfig config) {
    this.tokens = tokens;
    this.transactions = transactions;
    this.secrets = secrets;
    this.ids = ids;
    this.keyring = keyring;
    this.clock = clock;
    this.remember = config.auth().tokens().remember();
  }

  /** A grant with what the order asks for, drawn but not yet written. */
  public Issue issuing(GrantOrder order) {
    IssuedTokens issued = draw(order.responseType());
    return new Issue(issued, tokens.issuing(order.grantee().applicationId(), row(order, issued)));
  }

  /** Makes a grant with what the order asks for, in the caller's transaction. */
  public Uni<IssuedTokens> issue(Tx tx, GrantOrder order) {
    Issue issue = issuing(order);
    return issue.write().in(tx).replaceWith(issue.tokens());
  }

  /** The same as one statement that needs no transaction around it. */
  public Uni<IssuedTokens> issue(GrantOrder order) {
    Issue issue = issuing(order);
    return transactions.write(issue.write()).replaceWith(issue.tokens());
  }

  /** Ends the unused codes that earlier mails about a forgotten password carried. */
  public Uni<Void> retireRecoveryCodes(Tx tx, Grantee grantee) {
    return tokens.retireRecoveryCodes(tx, grantee, clock.instant());
  }

  /** What a token stands for, by the SHA-256 of it. */
  public Uni<Optional<ResolvedToken>> resolve(byte[] hash) {
    return transactions.read(tx -> tokens.findToken(tx, hash, clock.instant()));
  }

  private IssuedTokens draw(ResponseType type) {
    return new IssuedTokens(
        type.hasToken() ? Optional.of(secrets.token()) : Optional.empty(),
        type.hasCode() ? Optional.of(secrets.token()) : Optional.empty());
  }

  private IssueRow row(GrantOrder order, IssuedTokens issued) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new IssueRow(
        grant(order, now),
        issued.accessToken().map(token -> tokenRow(order, token, now)).orElse(null),
        issued.authorizationCode().map(code -> codeRow(order, code, now)).orElse(null));
  }

  private GrantRow grant(GrantOrder order, Instant now) {
    UUID id = ids.uuid();
    String sealed = order.refreshSecret().map(secret -> seal(id, secret)).orElse(null);
    Duration longest = order.lifetimes().longest(order.refreshSecret().isPresent());
    Instant forgetAt = now.plus(longest).plus(remember);
    return new GrantRow(
        id, order.grantee(), sealed, order.code().mailedTo(), order.since(), forgetAt);
  }

  private String seal(UUID grant, String refreshSecret) {
    return keyring.seal("access_grant", "refresh_secret", grant.toString(), refreshSecret);
  }

  private TokenRow tokenRow(GrantOrder order, String token, Instant now) {
    Instant end = now.plus(order.lifetimes().accessToken());
    return new TokenRow(Digests.sha256(token), now, end, forgetAt(order, end, now));
  }

  private CodeRow codeRow(GrantOrder order, String code, Instant now) {
    Instant end = now.plus(order.lifetimes().code());
    return new CodeRow(Digests.sha256(code), order.code(), now, end, end.plus(remember));
  }

  /** A mobile client shows its last token, however long expired, when it asks for the next one. */
  private Instant forgetAt(GrantOrder order, Instant end, Instant now) {
    Instant remembered = end.plus(remember);
    Instant refreshable = now.plus(order.lifetimes().refresh());
    return order.refreshSecret().isPresent() && refreshable.isAfter(remembered)
        ? refreshable
        : remembered;
  }
}

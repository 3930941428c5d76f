package org.vestibule.auth.social;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.crypto.Keyring;
import org.vestibule.platform.crypto.SecretSource;
import org.vestibule.platform.id.IdSource;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/**
 * Issues social tokens and lets one call at a time use them: claim, act, then consume by a success
 * or release by a failure (authentication.md 5).
 */
@Singleton
public class SocialTokenService {
  static final Duration LIFE = Duration.ofMinutes(10);
  static final Duration CACHE = Duration.ofHours(1);

  /** Far above the time that a call may take. */
  static final Duration LEASE = Duration.ofSeconds(30);

  private static final int TOKEN_BYTES = 20;
  private static final int LONGEST = 64;
  private static final String TABLE = SealedSocialTokens.TABLE;
  private static final String COLUMN = SealedSocialTokens.COLUMN;

  private final SocialTokenRepository repository;
  private final SqlTransactions transactions;
  private final Keyring keyring;
  private final SecretSource secrets;
  private final IdSource ids;
  private final Clock clock;

  SocialTokenService(
      SocialTokenRepository repository,
      SqlTransactions transactions,
      Keyring keyring,
      SecretSource secrets,
      IdSource ids,
      Clock clock) {
    this.repository = repository;
    this.transactions = transactions;
    this.keyring = keyring;
    this.secrets = secrets;
    this.ids = ids;
    this.clock = clock;
  }

  /** A token for what a provider told, for calls of the application alone. */
  public Uni<IssuedSocialToken> issue(String applicationId, SocialProfile profile) {
    String token = HexFormat.of().formatHex(secrets.bytes(TOKEN_BYTES));
    UUID id = ids.uuid();
    Instant now = now();
    SocialTokenRow row =
        new SocialTokenRow(
            id, keyring.seal(TABLE, COLUMN, id.toString(), Json.write(profile.content())), null);
    return transactions
        .read(
            tx ->
                repository.insert(
                    tx, applicationId, row, Digests.sha256(token), now, now.plus(LIFE)))
        .replaceWith(new IssuedSocialToken(token, now.plus(LIFE)));
  }

  /**
   * Holds a token while the work uses it; a failure of the work gives it free again.
   *
   * @param argument the parameter that brought it, named when the token is not valid (200)
   */
  public <T> Uni<T> hold(
      String applicationId, String argument, String token, Function<HeldToken, Uni<T>> work) {
    return claim(applicationId, argument, token).chain(held -> whileHeld(held, work));
  }

  private <T> Uni<T> whileHeld(HeldToken held, Function<HeldToken, Uni<T>> work) {
    return Uni.createFrom().deferred(() -> work.apply(held)).onFailure().call(() -> release(held));
  }

  /** The same when there is a token, else the work goes without. */
  public <T> Uni<T> holdAny(
      String applicationId,
      String argument,
      Optional<String> token,
      Function<Optional<HeldToken>, Uni<T>> work) {
    return token
        .map(it -> hold(applicationId, argument, it, held -> work.apply(Optional.of(held))))
        .orElseGet(() -> work.apply(Optional.empty()));
  }

  private Uni<HeldToken> claim(String applicationId, String argument, String token) {
    if (token.length() > LONGEST) {
      return notValid(argument).fail();
    }
    Instant now = now();
    return transactions
        .read(
            tx ->
                repository.claim(
                    tx,
                    applicationId,
                    Digests.sha256(token),
                    now,
                    now.minus(LEASE),
                    now.plus(CACHE)))
        .map(found -> found.orElseThrow(() -> notValid(argument).exception()))
        .map(row -> held(applicationId, argument, row, now));
  }

  private HeldToken held(String applicationId, String argument, SocialTokenRow row, Instant now) {
    String json = keyring.open(TABLE, COLUMN, row.id().toString(), row.sealedContent());
    return new HeldToken(
        applicationId,
        argument,
        row.id(),
        now,
        new SocialProfile((ObjectNode) Json.parse(json)),
        Optional.ofNullable(row.conflictRecord()));
  }

  /** Where this fails too, the claim ends by itself, and the caller hears of the first failure. */
  private Uni<Void> release(HeldToken held) {
    return transactions
        .read(tx -> repository.release(tx, held.applicationId(), held.id(), held.claimedAt()))
        .onFailure()
        .recoverWithNull();
  }

  /** Remembers the one record that may take the identity by a merge. */
  public Uni<Void> noteConflict(HeldToken held, UUID record) {
    return transactions.read(
        tx ->
            repository.noteConflict(tx, held.applicationId(), held.id(), held.claimedAt(), record));
  }

  /** Ends a token in the transaction of the success that used it. */
  public Uni<Void> consume(Tx tx, HeldToken held) {
    return repository
        .consume(tx, held.applicationId(), held.id(), held.claimedAt())
        .invoke(consumed -> requireOwn(consumed, held))
        .replaceWithVoid();
  }

  /** The same when there is a token. */
  public Uni<Void> consumeAny(Tx tx, Optional<HeldToken> held) {
    return held.map(it -> consume(tx, it)).orElseGet(() -> Uni.createFrom().voidItem());
  }

  /** The same as one statement that needs no transaction around it. */
  public Uni<Void> consume(HeldToken held) {
    return transactions.read(tx -> consume(tx, held));
  }

  private static void requireOwn(boolean consumed, HeldToken held) {
    if (!consumed) {
      throw notValid(held.argument()).exception();
    }
  }

  /** 200 for a token that is unknown, expired, used, in use, or of another application. */
  public static CaptureProblem notValid(String argument) {
    return CaptureProblem.invalidArgument(argument, "not a valid token");
  }

  /** Claims are told apart by their time, which PostgreSQL keeps to the microsecond. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

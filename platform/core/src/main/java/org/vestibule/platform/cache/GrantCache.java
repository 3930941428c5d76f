package org.vestibule.platform.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.internal.InternalClient;
import org.vestibule.platform.json.Json;

/**
 * Remembers what bearer tokens stand for: live ones for ten seconds while changes are heard of in
 * time, others for two, and none of a subject beyond the moment at which the subject's tokens
 * ended.
 */
public final class GrantCache<G> {
  private static final Duration HIT = Duration.ofSeconds(10);
  private static final Duration MISS = Duration.ofSeconds(2);
  private static final Duration LONGEST_CALL = Duration.ofSeconds(20);
  private final BiFunction<String, CallContext, Uni<G>> owner;
  private final Predicate<G> isLive;
  private final Function<G, Stream<String>> subjects;
  private final BooleanSupplier feedIsFresh;
  private final Ticker clock;
  private final Cache<String, Known<G>> known;
  // When the tokens of a subject last ended: a mark per subject costs less than a search.
  private final Cache<String, Long> endedAt;

  /**
   * Takes the number of tokens kept, whom to ask for the SHA-256 of a token in hexadecimal, what is
   * live, on whom a grant depends, and whether changes are heard of in time.
   */
  public GrantCache(
      int size,
      BiFunction<String, CallContext, Uni<G>> owner,
      Predicate<G> isLive,
      Function<G, Stream<String>> subjects,
      BooleanSupplier feedIsFresh) {
    this(size, owner, isLive, subjects, feedIsFresh, Ticker.systemTicker());
  }

  GrantCache(
      int size,
      BiFunction<String, CallContext, Uni<G>> owner,
      Predicate<G> isLive,
      Function<G, Stream<String>> subjects,
      BooleanSupplier feedIsFresh,
      Ticker clock) {
    this.owner = owner;
    this.isLive = isLive;
    this.subjects = subjects;
    this.feedIsFresh = feedIsFresh;
    this.clock = clock;
    this.known = Caffeine.newBuilder().maximumSize(size).expireAfterWrite(HIT).build();
    this.endedAt =
        Caffeine.newBuilder().maximumSize(size).expireAfterWrite(HIT.plus(LONGEST_CALL)).build();
  }

  /** The way to the service that issued the tokens; it never fails for an unknown one. */
  public static <G> BiFunction<String, CallContext, Uni<G>> issuer(
      InternalClient service, Class<G> type) {
    return (hash, context) ->
        service
            .post("/internal/tokens/resolve", Json.object().put("sha256", hash), context)
            .map(response -> response.as(type));
  }

  /** What the token stands for, asked for when it is not remembered. */
  public Uni<G> resolve(String token, CallContext context) {
    String hash = Digests.sha256Hex(token);
    Known<G> entry = known.getIfPresent(hash);
    if (entry != null && isUsable(entry)) {
      return Uni.createFrom().item(entry.grant());
    }
    long asked = clock.read();
    return owner.apply(hash, context).invoke(grant -> known.put(hash, new Known<>(grant, asked)));
  }

  /** Tokens of the subject that were resolved until now are asked for again. */
  public void end(String subject) {
    endedAt.put(subject, clock.read());
  }

  /** All tokens are asked for again. */
  public void endAll() {
    known.invalidateAll();
  }

  private boolean isUsable(Known<G> entry) {
    boolean isTrusted = isLive.test(entry.grant()) && feedIsFresh.getAsBoolean();
    return clock.read() - entry.asked() < (isTrusted ? HIT : MISS).toNanos()
        && subjects.apply(entry.grant()).noneMatch(subject -> endedSince(subject, entry.asked()));
  }

  private boolean endedSince(String subject, long asked) {
    Long ended = endedAt.getIfPresent(subject);
    return ended != null && ended - asked >= 0;
  }

  private record Known<G>(G grant, long asked) {}
}

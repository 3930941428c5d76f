package org.vestibule.platform.capture.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.event.ReceivedEvent;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.internal.InternalClient;
import org.vestibule.platform.internal.InternalClients;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.kafka.BroadcastLoop;
import org.vestibule.platform.kafka.ConsumerLoops;

/**
 * Resolves bearer tokens of the registration domain at auth-service: live ones are remembered for
 * ten seconds, others for two, and forgotten when their record or client changes.
 */
@ApplicationScoped
public class TokenDirectory {
  private static final long HIT_NANOS = Duration.ofSeconds(10).toNanos();
  private static final long MISS_NANOS = Duration.ofSeconds(2).toNanos();
  private static final int SIZE = 100_000;
  private final InternalClient auth;
  private final BroadcastLoop feed;
  private final Cache<String, Known> known =
      Caffeine.newBuilder().maximumSize(SIZE).expireAfterWrite(Duration.ofSeconds(10)).build();
  // When a record or client last lost its tokens: a mark per key costs less than a search.
  private final Cache<String, Long> revokedAt =
      Caffeine.newBuilder().maximumSize(SIZE).expireAfterWrite(Duration.ofSeconds(30)).build();

  /** Takes the way to auth-service and starts to listen to what ends tokens. */
  public TokenDirectory(InternalClients internal, ConsumerLoops loops) {
    this.auth = internal.to("auth");
    this.feed =
        loops.broadcast(
            List.of("auth-events", "user-events", "config-events"),
            this::changed,
            known::invalidateAll);
  }

  /** What the token stands for; never fails for an unknown one. */
  public Uni<TokenGrant> resolve(String token, CallContext context) {
    String hash = Digests.sha256Hex(token);
    Known entry = known.getIfPresent(hash);
    if (entry != null && isUsable(entry)) {
      return Uni.createFrom().item(entry.grant());
    }
    long asked = System.nanoTime();
    return auth.post("/internal/tokens/resolve", Json.object().put("sha256", hash), context)
        .map(response -> response.as(TokenGrant.class))
        .invoke(grant -> known.put(hash, new Known(grant, asked)));
  }

  private boolean isUsable(Known entry) {
    boolean live = entry.grant().state() == TokenGrant.State.active && feed.isFresh();
    return System.nanoTime() - entry.asked() < (live ? HIT_NANOS : MISS_NANOS)
        && !endedSince(String.valueOf(entry.grant().recordUuid()), entry)
        && !endedSince(entry.grant().clientId(), entry);
  }

  private boolean endedSince(String key, Known entry) {
    Long ended = key == null ? null : revokedAt.getIfPresent(key);
    return ended != null && ended - entry.asked() >= 0;
  }

  private void changed(ReceivedEvent event) {
    switch (event.type()) {
      case "token-revoked", "user-deleted" -> mark(event.data().path("recordUuid").asText());
      case "client-changed" -> mark(event.data().path("changedClientId").asText());
      default -> {
        // Other events leave tokens alone.
      }
    }
  }

  private void mark(String key) {
    revokedAt.put(key, System.nanoTime());
  }

  private record Known(TokenGrant grant, long asked) {}
}

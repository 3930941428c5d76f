package org.vestibule.platform.scope;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.event.ReceivedEvent;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.internal.InternalClient;
import org.vestibule.platform.internal.InternalClients;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.kafka.BroadcastLoop;
import org.vestibule.platform.kafka.ConsumerLoops;

/**
 * Resolves administrative tokens at hostedlogin-service: live ones are remembered for ten seconds,
 * others for two, and all of a customer are asked for again when {@code login-events} tell of a
 * change to its clients or tokens.
 */
@ApplicationScoped
public class AdminTokenDirectory {
  private static final String KEY_ROTATED = "key-rotated";
  private static final long HIT_NANOS = Duration.ofSeconds(10).toNanos();
  private static final long MISS_NANOS = Duration.ofSeconds(2).toNanos();
  private static final int SIZE = 50_000;
  private final BiFunction<String, CallContext, Uni<AdminGrant>> owner;
  private final BroadcastLoop feed;
  private final Cache<String, Known> known =
      Caffeine.newBuilder().maximumSize(SIZE).expireAfterWrite(Duration.ofSeconds(10)).build();
  // When something of a customer last changed: a mark per customer costs less than a search.
  private final Cache<String, Long> changedAt =
      Caffeine.newBuilder().maximumSize(SIZE).expireAfterWrite(Duration.ofSeconds(30)).build();

  /** Takes the way to hostedlogin-service and starts to listen to what ends tokens. */
  @Inject
  public AdminTokenDirectory(InternalClients internal, ConsumerLoops loops) {
    this((hash, context) -> ask(internal.to("hostedlogin"), hash, context), loops);
  }

  AdminTokenDirectory(BiFunction<String, CallContext, Uni<AdminGrant>> owner, ConsumerLoops loops) {
    this.owner = owner;
    this.feed = loops.broadcast(List.of("login-events"), this::changed, known::invalidateAll);
  }

  /** What the token stands for; never fails for an unknown one. */
  public Uni<AdminGrant> resolve(String token, CallContext context) {
    String hash = Digests.sha256Hex(token);
    Known entry = known.getIfPresent(hash);
    if (entry != null && isUsable(entry)) {
      return Uni.createFrom().item(entry.grant());
    }
    long asked = System.nanoTime();
    return owner.apply(hash, context).invoke(grant -> known.put(hash, new Known(grant, asked)));
  }

  private static Uni<AdminGrant> ask(InternalClient service, String hash, CallContext context) {
    return service
        .post("/internal/tokens/resolve", Json.object().put("sha256", hash), context)
        .map(response -> response.as(AdminGrant.class));
  }

  private boolean isUsable(Known entry) {
    boolean live = entry.grant().state() == AdminGrant.State.active && feed.isFresh();
    return System.nanoTime() - entry.asked() < (live ? HIT_NANOS : MISS_NANOS)
        && !changedSince(String.valueOf(entry.grant().customerId()), entry);
  }

  private boolean changedSince(String customer, Known entry) {
    Long changed = changedAt.getIfPresent(customer);
    return changed != null && changed - entry.asked() >= 0;
  }

  private void changed(ReceivedEvent event) {
    if (!event.type().equals(KEY_ROTATED)) {
      changedAt.put(event.data().path("customerId").asText(), System.nanoTime());
    }
  }

  private record Known(AdminGrant grant, long asked) {}
}

package org.vestibule.platform.scope;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.vestibule.platform.cache.GrantCache;
import org.vestibule.platform.event.ReceivedEvent;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.internal.InternalClients;
import org.vestibule.platform.kafka.BroadcastFeed;
import org.vestibule.platform.kafka.ConsumerLoops;

/**
 * Resolves administrative tokens at hostedlogin-service, and asks again for all of a customer when
 * {@code login-events} tell of a change to its clients or tokens.
 */
@Singleton
public class AdminTokenDirectory {
  private static final String KEY_ROTATED = "key-rotated";
  private static final int SIZE = 50_000;
  private final GrantCache<AdminGrant> grants;
  private final BroadcastFeed feed;

  /** Takes the way to hostedlogin-service and starts to listen to what ends tokens. */
  @Inject
  public AdminTokenDirectory(InternalClients internal, ConsumerLoops loops) {
    this(GrantCache.issuer(internal.to("hostedlogin"), AdminGrant.class), loops);
  }

  AdminTokenDirectory(BiFunction<String, CallContext, Uni<AdminGrant>> owner, ConsumerLoops loops) {
    this.grants =
        new GrantCache<>(
            SIZE,
            owner,
            grant -> grant.state() == AdminGrant.State.active,
            grant -> Stream.ofNullable(grant.customerId()).map(Object::toString),
            this::isFresh);
    this.feed = loops.broadcast(List.of("login-events"), this::changed, grants::endAll);
  }

  /** What the token stands for; never fails for an unknown one. */
  public Uni<AdminGrant> resolve(String token, CallContext context) {
    return grants.resolve(token, context);
  }

  private boolean isFresh() {
    return feed.isFresh();
  }

  private void changed(ReceivedEvent event) {
    if (!event.type().equals(KEY_ROTATED)) {
      grants.end(event.data().path("customerId").asText());
    }
  }
}

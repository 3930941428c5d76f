package org.vestibule.platform.capture.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.vestibule.platform.cache.GrantCache;
import org.vestibule.platform.event.ReceivedEvent;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.internal.InternalClients;
import org.vestibule.platform.kafka.BroadcastFeed;
import org.vestibule.platform.kafka.ConsumerLoops;

/**
 * Resolves bearer tokens of the registration domain at auth-service, and asks again for those of a
 * record or client that changed. It is made when somebody first asks, because it reads the busiest
 * topics.
 */
@ApplicationScoped
public class TokenDirectory {
  private static final List<String> TOPICS = List.of("auth-events", "user-events", "config-events");
  private static final String CLIENT_CHANGED = "client-changed";
  private static final Set<String> ENDING = Set.of("token-revoked", "user-deleted", CLIENT_CHANGED);
  private static final int SIZE = 100_000;
  private final GrantCache<TokenGrant> grants;
  private final BroadcastFeed feed;

  /** Takes the way to auth-service and starts to listen to what ends tokens. */
  public TokenDirectory(InternalClients internal, ConsumerLoops loops) {
    this.grants =
        new GrantCache<>(
            SIZE,
            GrantCache.issuer(internal.to("auth"), TokenGrant.class),
            grant -> grant.state() == TokenGrant.State.active,
            TokenDirectory::subjects,
            this::isFresh);
    this.feed = loops.broadcast(TOPICS, ENDING::contains, this::changed, grants::endAll);
  }

  /** What the token stands for; never fails for an unknown one. */
  public Uni<TokenGrant> resolve(String token, CallContext context) {
    return grants.resolve(token, context);
  }

  private static Stream<String> subjects(TokenGrant grant) {
    return Stream.of(grant.recordUuid(), grant.clientId())
        .filter(Objects::nonNull)
        .map(Object::toString);
  }

  private boolean isFresh() {
    return feed.isFresh();
  }

  private void changed(ReceivedEvent event) {
    String subject = event.type().equals(CLIENT_CHANGED) ? "changedClientId" : "recordUuid";
    grants.end(event.data().path(subject).asText());
  }
}

package org.vestibule.platform.capture.directory;

import static org.vestibule.platform.capture.directory.ConfigDirectory.segment;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vestibule.platform.cache.AnswerCache;
import org.vestibule.platform.event.ReceivedEvent;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.internal.InternalClient;
import org.vestibule.platform.internal.InternalClients;
import org.vestibule.platform.kafka.BroadcastFeed;
import org.vestibule.platform.kafka.ConsumerLoops;

/** Entity types of entity-service, remembered for a minute and dropped by {@code schema-events}. */
@Singleton
public class SchemaDirectory {
  private static final CallContext CONTEXT = CallContext.platform("directory");
  private final InternalClient entity;
  private final BroadcastFeed feed;
  private final AnswerCache<TypeKey, SchemaView> types;

  /** Takes the way to entity-service and starts to listen to its changes. */
  public SchemaDirectory(InternalClients internal, ConsumerLoops loops) {
    this.entity = internal.to("entity");
    this.types =
        new AnswerCache<>(
            10_000, Duration.ofSeconds(60), Duration.ofSeconds(5), this::isFresh, this::load);
    this.feed = loops.broadcast(List.of("schema-events"), this::changed, types::expireAll);
  }

  /** An entity type by name. */
  public Uni<Optional<SchemaView>> type(String applicationId, String name) {
    return types.get(new TypeKey(applicationId, name));
  }

  private boolean isFresh() {
    return feed != null && feed.isFresh();
  }

  private Uni<Optional<SchemaView>> load(TypeKey key) {
    String path =
        "/internal/applications/%s/types/%s"
            .formatted(segment(key.applicationId()), segment(key.name()));
    return entity
        .get(path, CONTEXT)
        .map(response -> ConfigDirectory.read(path, response, SchemaView.class));
  }

  private void changed(ReceivedEvent event) {
    String application = event.data().path("applicationId").asText();
    types.drop(key -> key.applicationId().equals(application));
  }

  private record TypeKey(String applicationId, String name) {}
}

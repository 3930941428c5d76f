package org.vestibule.config.flow;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.vestibule.config.flow.document.FlowDocument;

/**
 * Versions of flows in memory; a version never changes, so nothing is ever dropped for truth. The
 * newest one of a flow takes the place of the one before it: by itself the cache would rather keep
 * what was read most, which after a change is the version that nobody will ask for again.
 */
@Singleton
class DocumentCache {
  private static final long NEWEST_VALUES = 300_000;
  private static final long OTHER_VALUES = 200_000;
  private static final Duration IDLE = Duration.ofMinutes(10);

  private final Cache<FlowId, Newest> newest =
      Caffeine.newBuilder()
          .maximumWeight(NEWEST_VALUES)
          .weigher((FlowId id, Newest flow) -> flow.document().weight())
          .expireAfterAccess(IDLE)
          .build();
  private final Cache<FlowVersionId, FlowDocument> others =
      Caffeine.newBuilder()
          .maximumWeight(OTHER_VALUES)
          .weigher((FlowVersionId id, FlowDocument document) -> document.weight())
          .expireAfterAccess(IDLE)
          .build();

  Optional<FlowDocument> find(FlowVersionId id) {
    Newest known = newest.getIfPresent(flow(id));
    return known != null && known.version().equals(id.version())
        ? Optional.of(known.document())
        : Optional.ofNullable(others.getIfPresent(id));
  }

  void put(FlowVersionId id, FlowDocument document) {
    others.put(id, document);
  }

  /** Of two that come at once the later version stays; versions sort by their time. */
  void putNewest(FlowVersionId id, FlowDocument document) {
    newest.asMap().merge(flow(id), new Newest(id.version(), document), Newest::later);
  }

  private static FlowId flow(FlowVersionId id) {
    return new FlowId(id.applicationId(), id.flow());
  }

  private record Newest(String version, FlowDocument document) {
    Newest later(Newest other) {
      return version.compareTo(other.version) > 0 ? this : other;
    }
  }
}

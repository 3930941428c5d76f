package org.vestibule.config.flow;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.vestibule.config.flow.document.FlowDocument;

/** Versions of flows in memory; a version never changes, so nothing is ever dropped for truth. */
@ApplicationScoped
class DocumentCache {
  private static final long VALUES = 300_000;
  private static final Duration IDLE = Duration.ofMinutes(10);

  private final Cache<FlowVersionId, FlowDocument> documents =
      Caffeine.newBuilder()
          .maximumWeight(VALUES)
          .weigher((FlowVersionId id, FlowDocument document) -> document.weight())
          .expireAfterAccess(IDLE)
          .build();

  Optional<FlowDocument> find(FlowVersionId id) {
    return Optional.ofNullable(documents.getIfPresent(id));
  }

  void put(FlowVersionId id, FlowDocument document) {
    documents.put(id, document);
  }
}

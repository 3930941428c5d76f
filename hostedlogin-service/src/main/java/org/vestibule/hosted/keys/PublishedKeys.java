package org.vestibule.hosted.keys;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.platform.cache.AnswerCache;
import org.vestibule.platform.event.ReceivedEvent;
import org.vestibule.platform.kafka.BroadcastFeed;
import org.vestibule.platform.kafka.ConsumerLoops;
import org.vestibule.platform.sql.SessionTransactions;

/** The JWK sets as bytes, remembered for a minute and dropped by {@code key-rotated}. */
@Singleton
class PublishedKeys {
  private static final int SIZE = 10_000;

  private final SigningKeyRepository repository;
  private final SessionTransactions transactions;
  private final AnswerCache<UUID, byte[]> sets;
  private final BroadcastFeed feed;

  PublishedKeys(
      SigningKeyRepository repository, SessionTransactions transactions, ConsumerLoops loops) {
    this.repository = repository;
    this.transactions = transactions;
    this.sets =
        new AnswerCache<>(
            SIZE, Duration.ofSeconds(60), Duration.ofSeconds(2), this::isFresh, this::load);
    this.feed = loops.broadcast(List.of("login-events"), this::changed, sets::expireAll);
  }

  Uni<Optional<byte[]>> of(UUID customerId) {
    return sets.get(customerId);
  }

  void drop(UUID customerId) {
    sets.drop(customerId);
  }

  private boolean isFresh() {
    return feed != null && feed.isFresh();
  }

  private Uni<Optional<byte[]>> load(UUID customerId) {
    return transactions
        .read(tx -> repository.find(tx, customerId, KeyAlgorithm.RS256))
        .map(JwkSet::of);
  }

  private void changed(ReceivedEvent event) {
    if (event.type().equals("key-rotated")) {
      drop(UUID.fromString(event.data().path("customerId").asText()));
    }
  }
}

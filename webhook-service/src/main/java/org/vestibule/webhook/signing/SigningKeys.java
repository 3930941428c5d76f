package org.vestibule.webhook.signing;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.vestibule.platform.event.ReceivedEvent;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.internal.InternalClient;
import org.vestibule.platform.internal.InternalClients;
import org.vestibule.platform.internal.InternalResponse;
import org.vestibule.platform.kafka.ConsumerLoops;

/**
 * The current keys of customers, fetched sealed from hostedlogin-service, opened and kept in memory
 * for at most five minutes; a rotation drops them at once.
 */
@Singleton
public class SigningKeys implements KeySource {
  private static final String KEY_ROTATED = "key-rotated";
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final int CUSTOMERS = 10_000;

  private final InternalClients internal;
  private final ConsumerLoops loops;
  private final KeyOpener opener;
  private final AtomicLong rotations = new AtomicLong();
  private final Cache<UUID, SigningKey> known =
      Caffeine.newBuilder().maximumSize(CUSTOMERS).expireAfterWrite(KEPT).build();

  SigningKeys(InternalClients internal, ConsumerLoops loops, KeyOpener opener) {
    this.internal = internal;
    this.loops = loops;
    this.opener = opener;
  }

  void onStart(@Observes StartupEvent event) {
    loops.broadcast(List.of("login-events"), this::changed, this::forgetAll);
  }

  @Override
  public Uni<SigningKey> current(UUID customerId) {
    SigningKey remembered = known.getIfPresent(customerId);
    return remembered != null ? Uni.createFrom().item(remembered) : fetch(customerId);
  }

  private Uni<SigningKey> fetch(UUID customerId) {
    long before = rotations.get();
    return hostedlogin()
        .get("/internal/customers/" + customerId + "/signing-key", CallContext.platform("signing"))
        .map(response -> open(customerId, response))
        .invoke(key -> remember(key, before));
  }

  private InternalClient hostedlogin() {
    return internal.to("hostedlogin", "keys");
  }

  private SigningKey open(UUID customerId, InternalResponse response) {
    if (!response.isOk()) {
      throw new NoSigningKeyException(customerId, "HTTP " + response.status());
    }
    return opener.open(customerId, response.body());
  }

  private void remember(SigningKey key, long before) {
    // A rotation that came while we asked may not be in the answer.
    if (rotations.get() == before) {
      known.put(key.customerId(), key);
    }
  }

  private void changed(ReceivedEvent event) {
    if (event.type().equals(KEY_ROTATED)) {
      rotations.incrementAndGet();
      drop(event.data().path("customerId"));
    }
  }

  private void drop(JsonNode customer) {
    String id = customer.asText();
    known.asMap().keySet().removeIf(it -> it.toString().equals(id));
  }

  private void forgetAll() {
    rotations.incrementAndGet();
    known.invalidateAll();
  }
}

package org.vestibule.platform.scope;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vestibule.platform.TestPlatform;
import org.vestibule.platform.event.Event;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.kafka.BroadcastFeed;
import org.vestibule.testkit.Waiting;

class AdminTokenDirectoryTest {
  private static final AtomicInteger ASKED = new AtomicInteger();
  // Told after the directory, which joined first.
  private static final Set<UUID> HEARD = ConcurrentHashMap.newKeySet();
  private static TestPlatform platform;
  private static AdminTokenDirectory directory;
  private static volatile AdminGrant answer;

  @BeforeAll
  static void open() {
    platform = new TestPlatform();
    directory = new AdminTokenDirectory((hash, context) -> ask(), platform.loops);
    BroadcastFeed heard =
        platform.loops.broadcast(List.of("login-events"), it -> HEARD.add(it.id()), () -> {});
    assertThat(Waiting.until(heard::isFresh)).isTrue();
  }

  @AfterAll
  static void close() {
    platform.close();
  }

  @Test
  void liveToken_isAskedForOnce() {
    UUID customer = live();
    AdminGrant grant = resolve("t-live");

    assertThat(grant.customerId()).isEqualTo(customer);
    assertThat(grant.permits(customer, "GET", "webhooks/subscriptions", Instant.now())).isTrue();
    int before = ASKED.get();
    assertThat(resolve("t-live")).isEqualTo(grant);
    assertThat(ASKED).hasValue(before);
  }

  @Test
  void change_dropsTheTokensOfItsCustomer_anotherKeyDoesNot() {
    UUID customer = live();
    resolve("t-change");
    answer = AdminGrant.none();

    publish("key-rotated", customer);
    publish("oidc-client-changed", UUID.randomUUID());
    assertThat(resolve("t-change").state()).isEqualTo(AdminGrant.State.active);

    publish("oidc-client-changed", customer);
    assertThat(resolve("t-change").state()).isEqualTo(AdminGrant.State.unknown);
  }

  private static UUID live() {
    UUID customer = UUID.randomUUID();
    answer =
        new AdminGrant(
            AdminGrant.State.active,
            AdminGrant.ADMINISTRATIVE,
            customer,
            "c",
            List.of("*:webhooks/**"),
            Instant.now().plusSeconds(60));
    return customer;
  }

  private static AdminGrant resolve(String token) {
    return platform.await(directory.resolve(token, CallContext.platform("test")));
  }

  private static void publish(String type, UUID customer) {
    Event event =
        new Event(
            UUID.randomUUID(),
            "login-events",
            customer.toString(),
            type,
            "s",
            Instant.now(),
            Json.write(Json.object().put("customerId", customer.toString())));
    platform.await(platform.publisher.sendAll(List.of(event)));
    assertThat(Waiting.until(() -> HEARD.contains(event.id()))).isTrue();
  }

  private static Uni<AdminGrant> ask() {
    ASKED.incrementAndGet();
    return Uni.createFrom().item(answer);
  }
}

package org.vestibule.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.vestibule.e2e.stack.Call;
import org.vestibule.e2e.stack.People;
import org.vestibule.e2e.stack.Reply;
import org.vestibule.e2e.stack.Stack;
import org.vestibule.e2e.stack.Tenant;

/** What one replica is told, all replicas know within a second. */
class ReplicaJourneyTest {
  private static final Duration PROMISE = Duration.ofSeconds(1);
  private final Stack stack = Stack.shared();
  private final Tenant tenant = stack.second();

  @Test
  void resetSecret_isRefusedByEveryReplicaWithinASecond() {
    String client = tenant.clientId("direct_read_access");
    String old = secretOf(client);
    List<Supplier<Reply>> reads =
        replicas("entity-service").map(it -> count(it, client, old)).toList();
    reads.forEach(it -> assertThat(it.get().at("/stat")).isEqualTo("ok"));
    Reply reset =
        Call.of(
                "PUT",
                tenant.baseUrl(),
                "/config/%s/clients/%s/secret".formatted(tenant.applicationId(), client))
            .basic(tenant, "owner")
            .json("{\"hoursToLive\":0}")
            .send();
    assertThat(reset.status()).as(reset.text()).isEqualTo(200);
    refusedWithinASecond(reads, 402);
    assertThat(count(tenant.baseUrl(), client, secretOf(client)).get().at("/stat")).isEqualTo("ok");
  }

  @Test
  void revokedToken_isRefusedByEveryReplicaWithinASecond() {
    Reply user = People.register(tenant, People.newEmail());
    String token = user.at("/access_token");
    List<Supplier<Reply>> reads = replicas("entity-service").map(it -> own(it, token)).toList();
    reads.forEach(it -> assertThat(it.get().at("/stat")).isEqualTo("ok"));
    Reply revoked =
        Call.post(tenant, "/entity.deleteAccess")
            .basic(tenant, "direct_access")
            .form("type_name", "user")
            .form("uuid", user.at("/capture_user/uuid"))
            .send();
    assertThat(revoked.text()).isEqualTo("{\"stat\":\"ok\"}");
    refusedWithinASecond(reads, 414);
  }

  private static void refusedWithinASecond(List<Supplier<Reply>> reads, int code) {
    Instant promised = Instant.now().plus(PROMISE);
    while (Instant.now().isBefore(promised)
        && !reads.stream().allMatch(it -> it.get().code() == code)) {
      Thread.onSpinWait();
    }
    for (Supplier<Reply> read : reads) {
      Reply reply = read.get();
      assertThat(reply.code()).as(reply.text()).isEqualTo(code);
    }
  }

  /** The replicas themselves, so that the gateway's turn cannot hide one; else the gateway. */
  private java.util.stream.Stream<String> replicas(String service) {
    return stack
        .processes()
        .map(it -> it.urls(service).stream())
        .orElse(java.util.stream.Stream.of(tenant.baseUrl(), tenant.baseUrl()));
  }

  private Supplier<Reply> count(String base, String client, String secret) {
    return () ->
        Call.of("POST", base, "/entity.count")
            .header("Host", "127.0.0.1")
            .basic(client, secret)
            .form("type_name", "user")
            .send();
  }

  private Supplier<Reply> own(String base, String token) {
    return () ->
        Call.of("POST", base, "/entity")
            .header("Host", "127.0.0.1")
            .form("access_token", token)
            .send();
  }

  private String secretOf(String client) {
    Reply clients =
        Call.of("GET", tenant.baseUrl(), "/config/" + tenant.applicationId() + "/clients")
            .basic(tenant, "owner")
            .send();
    for (var one : clients.json()) {
      if (one.get("_id").asText().equals(client)) {
        return one.get("_secret").asText();
      }
    }
    throw new AssertionError("no client " + client + " in " + clients.text());
  }
}

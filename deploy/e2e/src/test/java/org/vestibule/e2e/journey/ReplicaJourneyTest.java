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
    answeredWithinASecond(reads, 402);
    assertThat(count(tenant.baseUrl(), client, secretOf(client)).get().at("/stat")).isEqualTo("ok");
  }

  @Test
  void removedFeature_isRefusedByEveryReplicaWithinASecond() {
    Reply client = client("[\"direct_read_access\"]");
    List<Supplier<Reply>> reads = counts(client);
    replace(client, "{\"name\":\"%s\",\"features\":[]}");
    answeredWithinASecond(reads, 403);
    replace(client, "{\"name\":\"%s\",\"features\":[\"direct_read_access\"]}");
    answeredWithinASecond(reads, 0);
  }

  @Test
  void changedAllowList_holdsAtEveryReplicaWithinASecond() {
    Reply client = client("[\"direct_read_access\"]");
    List<Supplier<Reply>> reads = counts(client);
    replace(
        client,
        "{\"name\":\"%s\",\"features\":[\"direct_read_access\"],"
            + "\"ipWhitelist\":[\"198.51.100.0/24\"]}");
    answeredWithinASecond(reads, 403);
  }

  @Test
  void deletedClient_isUnknownToEveryReplicaWithinASecond() {
    Reply client = client("[\"direct_read_access\"]");
    List<Supplier<Reply>> reads = counts(client);
    Reply deleted =
        Call.of("DELETE", tenant.baseUrl(), client.at("/_self")).basic(tenant, "owner").send();
    assertThat(deleted.status()).as(deleted.text()).isEqualTo(204);
    answeredWithinASecond(reads, 402);
  }

  @Test
  void keptVersions_areSwitchedOnAndOffAtEveryReplicaWithinASecond() {
    String uuid = People.register(tenant, People.newEmail()).at("/capture_user/uuid");
    List<Supplier<Reply>> reads = replicas("entity-service").map(it -> versions(it, uuid)).toList();
    reads.forEach(it -> assertThat(it.get().code()).isEqualTo(480));
    set("user_keep_versions", "2");
    answeredWithinASecond(reads, 0);
    set("user_keep_versions", "0");
    answeredWithinASecond(reads, 480);
  }

  private Reply client(String features) {
    String name = "replica " + People.newEmail();
    Reply client =
        Call.of("POST", tenant.baseUrl(), "/config/" + tenant.applicationId() + "/clients")
            .basic(tenant, "owner")
            .json("{\"name\":\"" + name + "\",\"features\":" + features + "}")
            .send();
    assertThat(client.status()).as(client.text()).isEqualTo(201);
    return client;
  }

  private void replace(Reply client, String body) {
    Reply replaced =
        Call.of("PUT", tenant.baseUrl(), client.at("/_self"))
            .basic(tenant, "owner")
            .json(body.formatted(client.at("/name")))
            .send();
    assertThat(replaced.status()).as(replaced.text()).isEqualTo(200);
  }

  private List<Supplier<Reply>> counts(Reply client) {
    List<Supplier<Reply>> reads =
        replicas("entity-service")
            .map(it -> count(it, client.at("/_id"), client.at("/_secret")))
            .toList();
    reads.forEach(it -> assertThat(it.get().at("/stat")).isEqualTo("ok"));
    return reads;
  }

  private void set(String key, String value) {
    Reply set =
        Call.post(tenant, "/settings/set_default")
            .basic(tenant, "owner")
            .form("key", key)
            .form("value", value)
            .send();
    assertThat(set.at("/stat")).as(set.text()).isEqualTo("ok");
  }

  private Supplier<Reply> versions(String base, String uuid) {
    return () ->
        Call.of("POST", base, "/versions/entity.list")
            .header("Host", "127.0.0.1")
            .basic(tenant, "owner")
            .form("type_name", "user")
            .form("uuid", uuid)
            .send();
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
    answeredWithinASecond(reads, 414);
  }

  private static void answeredWithinASecond(List<Supplier<Reply>> reads, int code) {
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

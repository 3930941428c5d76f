package org.vestibule.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vestibule.e2e.stack.Call;
import org.vestibule.e2e.stack.Listener;
import org.vestibule.e2e.stack.Reply;
import org.vestibule.e2e.stack.SecurityEvent;
import org.vestibule.e2e.stack.Tenant;
import org.vestibule.e2e.stack.Webhooks;
import org.vestibule.testkit.Waiting;

/** A customer's listener with a subscription to everything, and one that is disabled. */
final class Subscriptions implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String ENABLED = "/ciam";
  private static final String DISABLED = "/disabled";

  private final Tenant tenant;
  private final Listener listener = Listener.refusingFirst();
  private final List<String> ids = new ArrayList<>();

  Subscriptions(Tenant tenant) {
    this.tenant = tenant;
    subscribe(ENABLED, true);
    subscribe(DISABLED, false);
  }

  private void subscribe(String path, boolean isEnabled) {
    String token = Webhooks.administrator(tenant);
    Reply made = Webhooks.subscribe(tenant, token, listener.url(path), isEnabled);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    ids.add(made.at("/id"));
  }

  /** Each change of the record was told, failed once, and came again as the same token. */
  void assertNotified(String uuid) {
    awaitTaken(uuid, "entityDeleted");
    List<Listener.Received> all = about(uuid);
    List<SecurityEvent> told = distinct(all);
    JsonNode keys = keys();
    told.forEach(it -> assertGenuine(it, keys, uuid));
    assertThat(told.stream().map(SecurityEvent::type))
        .containsOnlyOnce("entityCreated", "entityDeleted");
    assertThat(changedNames(told)).contains("emailVerified", "givenName", "password", "lastLogin");
    // Events are told apart by their id: no event came in two different tokens.
    assertThat(told.stream().map(it -> it.event().get("id").asText())).doesNotHaveDuplicates();
    for (SecurityEvent event : told) {
      assertThat(all.stream().filter(it -> it.token().equals(event.token())))
          .as(event.type())
          .extracting(Listener.Received::status)
          .startsWith(500)
          .endsWith(202);
    }
    assertThat(listener.at(DISABLED)).isEmpty();
  }

  private void awaitTaken(String uuid, String type) {
    Waiting.until(() -> isTaken(uuid, type) && allTaken(uuid), LIMIT);
  }

  private boolean isTaken(String uuid, String type) {
    return about(uuid).stream()
        .anyMatch(it -> it.status() == 202 && SecurityEvent.of(it.token()).type().equals(type));
  }

  private boolean allTaken(String uuid) {
    Set<String> taken =
        about(uuid).stream()
            .filter(it -> it.status() == 202)
            .map(Listener.Received::token)
            .collect(Collectors.toSet());
    return about(uuid).stream().allMatch(it -> taken.contains(it.token()));
  }

  private List<Listener.Received> about(String uuid) {
    return listener.at(ENABLED).stream()
        .filter(it -> SecurityEvent.of(it.token()).event().path("sub").asText().equals(uuid))
        .toList();
  }

  private static List<SecurityEvent> distinct(List<Listener.Received> all) {
    return all.stream().map(Listener.Received::token).distinct().map(SecurityEvent::of).toList();
  }

  private static Set<String> changedNames(List<SecurityEvent> told) {
    return told.stream()
        .filter(it -> it.type().equals("entityUpdated"))
        .flatMap(it -> it.event().get("attributes").valueStream())
        .map(JsonNode::asText)
        .collect(Collectors.toSet());
  }

  private JsonNode keys() {
    return Call.of("GET", tenant.baseUrl(), "/" + tenant.customerId() + "/login/jwk").send().json();
  }

  private void assertGenuine(SecurityEvent event, JsonNode keys, String uuid) {
    assertThat(event.isSignedBy(keys)).isTrue();
    String customer = tenant.baseUrl() + "/" + tenant.customerId();
    JsonNode header = event.header();
    assertThat(header.get("typ").asText()).isEqualTo("secevent+jwt");
    assertThat(header.get("alg").asText()).isEqualTo("RS256");
    assertThat(header.get("jku").asText()).isEqualTo(customer + "/login/jwk");
    JsonNode claims = event.claims();
    assertThat(claims.get("iss").asText()).isEqualTo(customer + "/webhooks");
    assertThat(claims.at("/aud/0").asText()).isEqualTo(listener.url(ENABLED));
    assertThat(claims.get("events")).hasSize(1);
    assertThat(event.event().get("captureApplicationId").asText())
        .isEqualTo(tenant.applicationId());
    assertThat(event.event().get("entityType").asText()).isEqualTo("user");
    assertThat(event.event().get("globalSub").asText())
        .startsWith("capture-v1://")
        .endsWith("/" + tenant.applicationId() + "/user/" + uuid);
  }

  @Override
  public void close() {
    String token = Webhooks.administrator(tenant);
    ids.forEach(
        id ->
            Call.of("DELETE", tenant.baseUrl(), Webhooks.path(tenant, "/" + id))
                .header("Authorization", "Bearer " + token)
                .send());
    listener.close();
  }
}

package org.vestibule.webhook.subscription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.vestibule.platform.json.Json;
import org.vestibule.webhook.wire.WireTime;

/** The subscription object of the wire (webhooks.md 3). */
final class SubscriptionDocument {
  private static final List<String> RELATED = List.of("events", "summary", "test", "exports");

  private SubscriptionDocument() {}

  static ObjectNode of(Subscription subscription) {
    ObjectNode json = Json.object();
    json.set("_links", links(self(subscription)));
    json.put("id", subscription.id().toString());
    json.put("customerId", subscription.customerId().toString());
    json.put("title", subscription.title());
    json.put("enabled", subscription.enabled());
    json.put("endpoint", subscription.endpoint());
    json.set("events", Json.tree(subscription.events()));
    if (subscription.filter() != null) {
      json.set("filter", subscription.filter());
    }
    json.put("createdAt", WireTime.micros(subscription.createdAt()));
    json.put("updatedAt", WireTime.micros(subscription.updatedAt()));
    return json;
  }

  /** The place of all subscriptions of a customer. */
  static String all(UUID customerId) {
    return "/" + customerId + "/webhooks/subscriptions";
  }

  static String self(Subscription subscription) {
    return all(subscription.customerId()) + "/" + subscription.id();
  }

  private static ObjectNode links(String self) {
    ObjectNode links = Json.object();
    links.putObject("self").put("href", self);
    RELATED.forEach(name -> links.putObject(name).put("href", self + "/" + name));
    return links;
  }
}

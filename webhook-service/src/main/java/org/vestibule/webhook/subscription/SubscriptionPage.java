package org.vestibule.webhook.subscription;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.vestibule.platform.json.Json;

/** A part of the list of subscriptions (webhooks.md 5.1). */
record SubscriptionPage(UUID customerId, PageRange range, List<Subscription> subscriptions) {

  /** The HAL document. */
  ObjectNode document() {
    ObjectNode json = Json.object();
    json.set("_links", links());
    ArrayNode list = json.putObject("_embedded").putArray("subscriptions");
    subscriptions.forEach(it -> list.add(SubscriptionDocument.of(it)));
    return json;
  }

  private ObjectNode links() {
    ObjectNode links = Json.object();
    range.links().forEach((name, query) -> links.putObject(name).put("href", base() + query));
    return links;
  }

  private String base() {
    return SubscriptionDocument.all(customerId);
  }
}

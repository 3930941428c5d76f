package org.vestibule.webhook.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.vestibule.platform.json.Json;
import org.vestibule.webhook.WebhookConfig;
import org.vestibule.webhook.wire.WebhookProblem;

/** Reads bodies of create and patch; what is wrong with one is told member by member. */
@Singleton
class SubscriptionBody {
  private static final List<String> REQUIRED = List.of("title", "endpoint", "events");
  private static final Set<String> WRITABLE =
      Set.of("title", "enabled", "endpoint", "events", "filter");
  private static final String FILTER = "filter";
  private static final int LONGEST_NAME = 100;

  private final MemberRules rules;

  SubscriptionBody(WebhookConfig config) {
    this.rules = new MemberRules(List.copyOf(config.webhook().subscriptions().events()));
  }

  /** A new subscription. */
  SubscriptionDraft created(ObjectNode body) {
    requireKnown(body);
    return complete(body);
  }

  /** An existing one with the supplied members changed; null removes the filter only. */
  SubscriptionDraft patched(SubscriptionDraft before, ObjectNode patch) {
    requireKnown(patch);
    ObjectNode merged = MergePatch.apply(document(before), patch);
    patch.properties().stream()
        .filter(it -> it.getValue().isNull() && !it.getKey().equals(FILTER))
        .forEach(it -> merged.set(it.getKey(), it.getValue()));
    return complete(merged);
  }

  private SubscriptionDraft complete(ObjectNode body) {
    REQUIRED.stream().filter(it -> !body.has(it)).forEach(SubscriptionBody::missing);
    return new SubscriptionDraft(
        rules.title(body.get("title")),
        !body.has("enabled") || rules.enabled(body.get("enabled")),
        rules.endpoint(body.get("endpoint")),
        rules.events(body.get("events")),
        body.has(FILTER) ? rules.filter(body.get(FILTER)) : null);
  }

  private static ObjectNode document(SubscriptionDraft draft) {
    ObjectNode json = Json.object();
    json.put("title", draft.title());
    json.put("enabled", draft.enabled());
    json.put("endpoint", draft.endpoint());
    json.set("events", Json.tree(draft.events()));
    if (draft.filter() != null) {
      json.set(FILTER, draft.filter());
    }
    return json;
  }

  private static void requireKnown(JsonNode body) {
    for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!WRITABLE.contains(name)) {
        throw invalid("Unknown member: " + cut(name));
      }
    }
  }

  private static void missing(String member) {
    throw invalid(member + " is required");
  }

  private static String cut(String name) {
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "..." : name;
  }

  private static RuntimeException invalid(String text) {
    return new WebhookProblem.Invalid(text).exception();
  }
}

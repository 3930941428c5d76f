package org.vestibule.hosted.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.vestibule.hosted.customer.CustomerView;
import org.vestibule.platform.json.Json;

/** What a feature says of one member of the discovery document. */
public sealed interface Statement {
  /** The member. */
  Member member();

  /** The value for a customer; {@code before} is what other features said, or null. */
  JsonNode value(CustomerView customer, JsonNode before);

  /** An operation answers at this path below that of the customer. */
  record Endpoint(Member member, String path) implements Statement {
    @Override
    public JsonNode value(CustomerView customer, JsonNode before) {
      return Json.tree(customer.url() + path);
    }
  }

  /** These values are supported, beside those that other features name. */
  record Supports(Member member, List<String> values) implements Statement {
    /** Keeps its own copy. */
    public Supports {
      values = List.copyOf(values);
    }

    @Override
    public JsonNode value(CustomerView customer, JsonNode before) {
      List<String> all = new java.util.ArrayList<>(values);
      if (before != null) {
        before.forEach(it -> all.add(it.textValue()));
      }
      return Json.tree(member.sorted(all));
    }
  }
}

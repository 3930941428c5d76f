package org.vestibule.hosted.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vestibule.hosted.customer.CustomerView;
import org.vestibule.platform.json.Json;

/** Writes the document of a customer from what the features say, in the order of the members. */
@Singleton
class DiscoveryDocument {
  private final List<Statement> statements;

  DiscoveryDocument(@All List<Contribution> contributions) {
    this.statements = contributions.stream().flatMap(it -> it.statements().stream()).toList();
  }

  byte[] write(CustomerView customer) {
    Map<Member, JsonNode> values = new EnumMap<>(Member.class);
    for (Statement one : statements) {
      values.put(one.member(), one.value(customer, values.get(one.member())));
    }
    ObjectNode document = Json.object();
    values.forEach((member, value) -> document.set(member.wireName(), value));
    return Json.bytes(document);
  }
}

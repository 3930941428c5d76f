package org.vestibule.config.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.vestibule.config.wire.ConfigError;

/** Reads the body of a client that is made or replaced (configuration.md 1.3, 1.4). */
final class ClientDraftParser {
  private ClientDraftParser() {}

  static ClientDraft parse(ObjectNode body) {
    String name = name(body.path("name"));
    List<String> blocks = texts(body, "ipWhitelist");
    List<String> features = texts(body, "features");
    refuse("ipWhitelist", ClientRules.refusalOfBlocks(blocks));
    refuse("features", ClientRules.refusalOfFeatures(features).map(it -> it + "."));
    return new ClientDraft(name, features, blocks);
  }

  private static String name(JsonNode given) {
    if (given.isMissingNode() || given.isNull()) {
      throw ConfigError.MISSING_ARGUMENT.with("name").exception();
    }
    String name = given.isTextual() ? given.textValue() : "";
    if (name.isBlank() || ClientRules.refusalOfName(name).isPresent()) {
      throw ConfigError.ofMember("name", "Must be a text of 1 to 255 printable characters.")
          .exception();
    }
    return name;
  }

  private static List<String> texts(ObjectNode body, String member) {
    JsonNode given = body.path(member);
    if (given.isMissingNode() || given.isNull()) {
      return List.of();
    }
    List<JsonNode> items = StreamSupport.stream(given.spliterator(), false).toList();
    if (!given.isArray() || !items.stream().allMatch(JsonNode::isTextual)) {
      throw ConfigError.ofMember(member, "Must be an array of strings.").exception();
    }
    return items.stream().map(JsonNode::textValue).toList();
  }

  private static void refuse(String member, Optional<String> reason) {
    reason.ifPresent(
        text -> {
          throw ConfigError.ofMember(member, text).exception();
        });
  }
}

package org.vestibule.entity.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.Set;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.record.Target;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.entity.schema.Schema;
import org.vestibule.platform.json.Json;

/** The new content of a record or of a place in it, as {@code attributes} or {@code value}. */
record NewContent(String argument, String text, Optional<JsonNode> json, String place) {
  private static final Set<AttributeType> RAW =
      Set.of(
          AttributeType.STRING,
          AttributeType.DATE,
          AttributeType.DATE_TIME,
          AttributeType.IP_ADDRESS,
          AttributeType.PASSWORD);

  static NewContent of(Arguments arguments) {
    arguments.exclude("attributes", "value");
    String argument = arguments.text("value").isPresent() ? "value" : "attributes";
    String text = arguments.required(argument);
    String place = arguments.text("attribute_name").orElse("");
    NewContent content = new NewContent(argument, text, parsed(text), place);
    if (place.isEmpty() && content.json().isEmpty()) {
      throw content.malformed();
    }
    return content;
  }

  /** The place of a record that gets the content. */
  Target target(Schema writable) {
    return Target.parse(place, writable);
  }

  /** The content as an input for the whole record. */
  ObjectNode in(Schema writable) {
    Target target = target(writable);
    JsonNode value = json.orElseGet(() -> raw(target));
    if (target.wrap(value) instanceof ObjectNode input) {
      return input;
    }
    throw Violations.invalidArgument(argument, "it is not a JSON object");
  }

  private JsonNode raw(Target target) {
    if (target.isRecord() || !RAW.contains(target.attribute().type())) {
      throw malformed();
    }
    return TextNode.valueOf(text);
  }

  private RuntimeException malformed() {
    return Violations.invalidArgument(argument, "the JSON is not syntactically valid");
  }

  private static Optional<JsonNode> parsed(String text) {
    try {
      return Optional.of(Json.parse(text));
    } catch (Json.Malformed notJson) {
      return Optional.empty();
    }
  }
}

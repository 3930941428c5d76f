package org.vestibule.config;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;
import org.vestibule.platform.json.Json;

/** What entity-service says of a type; {@code customer} has no gender. */
final class TypeStub {
  private static final String DESCRIBED =
      """
      [{"name":"uuid","type":"uuid","description":"a name"},
       {"name":"email","type":"string","length":256,"case-sensitive":false,
        "constraints":["required","unique","email-address"],"features":["query"]}]
      """;
  private static final List<String> PLAIN =
      List.of(
          "password", "displayName", "givenName", "middleName", "familyName", "gender", "birthday");
  private static final List<String> ADDRESS =
      List.of(
          "address1", "address2", "city", "zip", "stateAbbreviation", "country", "phone", "mobile");

  private TypeStub() {}

  static String of(String name, Predicate<String> isLacking) {
    ObjectNode type = Json.object().put("id", name).put("name", name).put("version", 3);
    ArrayNode attributes = type.putArray("attributes");
    attributes.addAll((ArrayNode) Json.parse(DESCRIBED));
    PLAIN.stream()
        .filter(it -> !isLacking.test(it) && !(name.equals("customer") && it.equals("gender")))
        .forEach(it -> attributes.addObject().put("name", it).put("type", "string"));
    ArrayNode address = object(attributes, "primaryAddress");
    ADDRESS.forEach(it -> address.addObject().put("name", it).put("type", "string"));
    object(attributes, "optIn").addObject().put("name", "status").put("type", "boolean");
    type.putObject("accessSchemas");
    return Json.write(type);
  }

  private static ArrayNode object(ArrayNode attributes, String name) {
    return attributes.addObject().put("name", name).put("type", "object").putArray("attr_defs");
  }
}

package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import org.vestibule.entity.credential.PasswordInput;
import org.vestibule.entity.credential.StoredPassword;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.platform.json.Json;

/** Moves passwords out of a document into the column that no reader sees. */
final class PasswordColumn {
  private final ObjectNode before;
  private final ObjectNode after = Json.object();

  private PasswordColumn(ObjectNode before) {
    this.before = before;
  }

  /** Leaves visible parts in the document and returns the passwords by path. */
  static ObjectNode extract(Attribute root, ObjectNode doc, ObjectNode before) {
    PasswordColumn column = new PasswordColumn(before);
    column.children(root, doc, "");
    return column.after;
  }

  /** Puts the stored passwords where the visible parts are. */
  static void restore(Attribute container, ObjectNode node, ObjectNode passwords, String path) {
    for (Attribute child : container.children().values()) {
      String at = path + "/" + child.key();
      JsonNode value = node.path(child.name());
      if (child.type() == AttributeType.PASSWORD && passwords.has(at)) {
        node.set(child.name(), passwords.get(at));
      } else if (child.type().isContainer()) {
        eachBelow(value, at, (below, place) -> restore(child, below, passwords, place));
      }
    }
  }

  private void children(Attribute container, ObjectNode node, String path) {
    for (Attribute child : container.children().values()) {
      if (child.type() == AttributeType.PASSWORD) {
        String at = path + "/" + child.key();
        node.set(child.name(), visible(node.path(child.name()), at));
      } else if (child.type().isContainer()) {
        String at = path + "/" + child.key();
        eachBelow(node.path(child.name()), at, (below, place) -> children(child, below, place));
      }
    }
  }

  private JsonNode visible(JsonNode value, String at) {
    if (value instanceof POJONode given) {
      return given((PasswordInput) given.getPojo(), at);
    }
    return value.isObject() ? kept(value.path("type").asText(), at) : NullNode.getInstance();
  }

  private JsonNode given(PasswordInput input, String at) {
    if (input instanceof PasswordInput.Hashed hashed) {
      after.set(at, hashed.password().json());
      return hashed.password().marker();
    }
    if (input instanceof PasswordInput.Kept same) {
      return kept(same.type(), at);
    }
    throw new IllegalStateException("a password was not hashed");
  }

  private JsonNode kept(String type, String at) {
    if (!before.path(at).path("type").asText().equals(type)) {
      throw Violations.invalidFormat(at, "a stored password has type, value and perhaps salt");
    }
    after.set(at, before.get(at));
    return StoredPassword.of(before.get(at)).marker();
  }

  private static void eachBelow(JsonNode value, String at, Visit visit) {
    if (value.isObject()) {
      visit.at((ObjectNode) value, at);
    }
    if (value.isArray()) {
      value.forEach(it -> visit.at((ObjectNode) it, at + "#" + it.path("id").asText()));
    }
  }

  /** Visits an object or element. */
  private interface Visit {
    void at(ObjectNode node, String path);
  }
}

package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.entity.schema.Constraint;
import org.vestibule.entity.schema.Feature;

/** Collects the texts below plurals that are compared without regard to case and are not ASCII. */
final class FoldedTexts {
  private FoldedTexts() {}

  static Set<String> of(Attribute root, JsonNode... nodes) {
    Set<String> texts = new HashSet<>();
    for (JsonNode node : nodes) {
      children(root, node, false, texts);
    }
    return texts;
  }

  private static void children(
      Attribute container, JsonNode node, boolean inPlural, Set<String> texts) {
    for (Attribute child : container.children().values()) {
      if (child.type() == AttributeType.PLURAL) {
        node.path(child.name()).forEach(element -> children(child, element, true, texts));
      } else if (child.type() == AttributeType.OBJECT) {
        object(child, node.path(child.name()), inPlural, texts);
      } else if (inPlural && isCompared(child)) {
        add(node.path(child.name()).textValue(), texts);
      }
    }
  }

  private static void object(
      Attribute attribute, JsonNode value, boolean inPlural, Set<String> texts) {
    if (!value.isEmpty()) {
      children(attribute, value, inPlural, texts);
    }
  }

  private static boolean isCompared(Attribute attribute) {
    return attribute.folds()
        && (attribute.has(Constraint.LOCALLY_UNIQUE) || attribute.has(Feature.PRIMARY_KEY));
  }

  private static void add(String text, Set<String> texts) {
    if (text != null && !Folding.isPlain(text)) {
      texts.add(text);
    }
  }
}

package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.entity.schema.Constraint;

/** Checks that locally unique values differ among the elements of one plural. */
final class LocalUniqueness {
  private final Folding folding;

  LocalUniqueness(Folding folding) {
    this.folding = folding;
  }

  void check(Merge.Part plural) {
    check(plural.attribute(), List.of(), plural);
  }

  private void check(Attribute container, List<String> names, Merge.Part plural) {
    for (Attribute child : container.children().values()) {
      List<String> path = Names.append(names, child.name());
      if (child.type() == AttributeType.OBJECT) {
        check(child, path, plural);
      } else if (child.has(Constraint.LOCALLY_UNIQUE)) {
        checkValues(child, path, plural);
      }
    }
  }

  private void checkValues(Attribute attribute, List<String> names, Merge.Part plural) {
    Set<String> seen = new HashSet<>();
    for (JsonNode element : plural.value()) {
      JsonNode value = Names.at(element, names);
      if (value.isValueNode() && !value.isNull() && !seen.add(text(attribute, value))) {
        throw Violations.duplicate(plural.path() + "/" + String.join("/", names));
      }
    }
  }

  private String text(Attribute attribute, JsonNode value) {
    return attribute.folds() ? folding.of(value.asText()) : value.asText();
  }
}

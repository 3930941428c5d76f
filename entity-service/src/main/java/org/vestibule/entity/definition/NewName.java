package org.vestibule.entity.definition;

import java.util.List;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributePath;
import org.vestibule.entity.schema.Located;
import org.vestibule.entity.schema.Reserved;
import org.vestibule.entity.schema.Schema;

/** A name that an attribute gets in a container. */
record NewName(Place container, String last) {
  /** Reads a name, or a path whose last part is the name. */
  static NewName of(String text, Schema schema) {
    AttributePath path =
        AttributePath.parse(text)
            .filter(it -> !it.isRoot() && !it.selectsElement())
            .orElseThrow(
                () -> Violations.invalidArgument("name", "it is not the name of an attribute"));
    List<AttributePath.Step> steps = path.steps();
    String last = steps.get(steps.size() - 1).name();
    if (last.length() > Definitions.LONGEST_NAME) {
      throw Violations.invalidArgument("name", "it is too long");
    }
    AttributePath above = new AttributePath(steps.subList(0, steps.size() - 1));
    Place container =
        new Place(
            Located.in(schema, above)
                .filter(it -> it.target().map(at -> at.type().isContainer()).orElse(true))
                .orElseThrow(() -> Violations.unknownAttribute(above.wireName())));
    return new NewName(container, last);
  }

  /** As the wire writes it. */
  String path() {
    return container.path() + "/" + last;
  }

  /** The stored names from the root, the last one as it would be. */
  String keyPath() {
    String above = SchemaEdits.keyPath(container.located());
    return above.isEmpty() ? last : above + "/" + last;
  }

  /** The place of the attribute once it is there. */
  Place in(Schema schema) {
    return Place.of(schema, path());
  }

  /** 233 or 234 when the name stands for something else already. */
  void requireFree(Schema schema) {
    Attribute around = container.containerOf(schema);
    boolean isOfServer = container.isRoot() && Reserved.isName(last);
    if (isOfServer || around.child(last).filter(Attribute::reserved).isPresent()) {
      throw Violations.reservedAttribute(path());
    }
    if (around.child(last).isPresent()) {
      throw Violations.attributeExists(path());
    }
  }
}

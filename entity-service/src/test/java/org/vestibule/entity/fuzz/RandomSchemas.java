package org.vestibule.entity.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.entity.schema.Constraint;
import org.vestibule.entity.schema.Feature;
import org.vestibule.entity.schema.Schema;

/** Makes schemas of all types, three levels deep. */
public final class RandomSchemas {
  private static final List<String> SCALARS =
      List.of(
          "string",
          "string",
          "string",
          "string",
          "integer",
          "integer",
          "decimal",
          "boolean",
          "date",
          "dateTime",
          "ipAddress",
          "json",
          "password");
  private static final int DEEPEST = 3;

  private final Random random;
  private int names;

  public RandomSchemas(Random random) {
    this.random = random;
  }

  /** A schema in which every type occurs at the root. */
  public Schema schema() {
    List<Attribute> all = new ArrayList<>();
    SCALARS.forEach(it -> all.add(scalar(it, true, false)));
    for (int i = 0; i < 2; i++) {
      all.add(container(AttributeType.OBJECT, 1, false));
      all.add(container(AttributeType.PLURAL, 1, true));
    }
    return Schema.of(all);
  }

  private Attribute container(AttributeType type, int depth, boolean inPlural) {
    List<Attribute> children = new ArrayList<>();
    int count = 2 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      boolean nests = depth < DEEPEST && random.nextInt(4) == 0;
      boolean plural = random.nextBoolean();
      children.add(
          nests
              ? container(
                  plural ? AttributeType.PLURAL : AttributeType.OBJECT,
                  depth + 1,
                  inPlural || plural)
              : scalar(Samples.pick(SCALARS, random), false, inPlural));
    }
    if (type == AttributeType.PLURAL) {
      children.add(key());
    }
    return Attribute.container(name(), type, children);
  }

  /** Its values are found in rows of their own. */
  private Attribute key() {
    return Attribute.scalar(
        name(), "string", 64, random.nextBoolean(), Set.of(Constraint.UNIQUE), Set.of());
  }

  private Attribute scalar(String type, boolean atRoot, boolean inPlural) {
    boolean isText = type.equals("string");
    boolean isIndexed = isText && !inPlural && random.nextInt(3) == 0;
    return Attribute.scalar(
        name(),
        type,
        isText && random.nextBoolean() ? (Integer) 700 : null,
        isText && random.nextBoolean(),
        Set.of(),
        isIndexed && atRoot ? Set.of(Feature.QUERY) : Set.of());
  }

  /** Some read like keywords or hold them. */
  private String name() {
    String[] beginnings = {"a", "nota", "is_", "orB", "And", "TRUEx", "x9_", "nullity"};
    return beginnings[random.nextInt(beginnings.length)] + names++;
  }
}

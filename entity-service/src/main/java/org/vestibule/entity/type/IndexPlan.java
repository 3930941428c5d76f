package org.vestibule.entity.type;

import java.util.ArrayList;
import java.util.List;
import org.vestibule.entity.rule.TypeProperty;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.entity.schema.Constraint;
import org.vestibule.entity.schema.Feature;
import org.vestibule.entity.schema.Located;
import org.vestibule.entity.schema.Schema;

/** Decides which attributes of an entity type get which index. */
final class IndexPlan {
  private final Schema schema;
  private final List<AttributeIndex> indexes = new ArrayList<>();

  private IndexPlan(Schema schema) {
    this.schema = schema;
  }

  static List<AttributeIndex> of(Schema schema, List<TypeProperty> properties) {
    IndexPlan plan = new IndexPlan(schema);
    plan.below(schema.root(), "", false);
    properties.stream()
        .filter(it -> it.kind() == TypeProperty.Kind.UNIQUE)
        .forEach(it -> plan.add(it.attributes(), AttributeIndex.Kind.COMPOSITE));
    return plan.indexes;
  }

  private void below(Attribute container, String path, boolean inPlural) {
    for (Attribute child : container.children().values()) {
      String at = path + "/" + child.name();
      if (child.has(Constraint.UNIQUE)) {
        add(List.of(at), inPlural ? AttributeIndex.Kind.ROWS : AttributeIndex.Kind.UNIQUE);
      } else if (child.has(Feature.QUERY) && !inPlural) {
        add(List.of(at), AttributeIndex.Kind.QUERY);
      }
      below(child, at, inPlural || child.type() == AttributeType.PLURAL);
    }
  }

  private void add(List<String> paths, AttributeIndex.Kind kind) {
    List<Located> parts = paths.stream().map(path -> Located.in(schema, path)).toList();
    indexes.add(new AttributeIndex(indexes.size() + 1, parts, kind, true));
  }
}

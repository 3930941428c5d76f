package org.vestibule.entity.filter;

import java.util.List;
import java.util.stream.Collectors;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.entity.schema.Located;

/**
 * Whether an attribute has no value: an object when no child has one, a plural when it is empty.
 */
record NullTest(Located located, boolean isNull) implements Condition {

  @Override
  public String sql(SqlWriter sql) {
    String column = Source.column(located);
    if (column != null) {
      return "(" + column + (isNull ? " IS NULL)" : " IS NOT NULL)");
    }
    Operands operands = new Operands(sql);
    Source source = operands.source(located);
    String test = test(located.target().orElseThrow(), source.base(), source.names());
    return operands.exists(isNull ? test : "NOT " + test);
  }

  private static String test(Attribute attribute, String base, List<String> names) {
    if (names.isEmpty()) {
      return "(" + base + " IS NULL)";
    }
    if (attribute.type() == AttributeType.PLURAL) {
      return "(coalesce(jsonb_array_length(" + AttributeSql.node(base, names) + "), 0) = 0)";
    }
    return attribute.type() == AttributeType.OBJECT
        ? allChildren(attribute, AttributeSql.node(base, names))
        : "(" + AttributeSql.text(base, names) + " IS NULL)";
  }

  private static String allChildren(Attribute object, String base) {
    return object.children().values().stream()
        .map(child -> test(child, base, List.of(child.key())))
        .collect(Collectors.joining(" AND ", "(", ")"));
  }
}

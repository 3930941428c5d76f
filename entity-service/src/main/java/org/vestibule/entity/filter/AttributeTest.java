package org.vestibule.entity.filter;

import java.util.Optional;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.Located;

/**
 * An attribute compared with a constant; below a plural it is true when any element fulfils it.
 *
 * @param key rows that hold the values of this attribute of a plural, when it is unique
 */
record AttributeTest(
    Located located, Operator operator, Family family, Object value, Optional<PluralKey> key)
    implements Condition {

  @Override
  public String sql(SqlWriter sql) {
    return operator == Operator.EQUAL && key.isPresent() && !located.path().selectsElement()
        ? byKey(sql, key.get())
        : byValue(sql);
  }

  private String byKey(SqlWriter sql, PluralKey rows) {
    return "(id IN (SELECT record_id FROM unique_value WHERE type_id = "
        + sql.bind(rows.typeId(), "bigint")
        + " AND attribute_id = "
        + sql.bind(rows.attributeId(), "integer")
        + " AND value_key = value_key("
        + family.bind(sql, value)
        + ")))";
  }

  private String byValue(SqlWriter sql) {
    Operands operands = new Operands(sql);
    String left = operands.add(located, family);
    return operands.exists(comparison(left, family.bind(sql, value)));
  }

  private String comparison(String left, String right) {
    Attribute attribute = located.target().orElseThrow();
    return operator == Operator.EQUAL && family.isText() && AttributeSql.isIndexed(located)
        ? AttributeSql.key(attribute, left) + " = " + AttributeSql.key(attribute, right)
        : left + " " + operator.sql() + " " + right;
  }
}

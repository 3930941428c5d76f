package org.vestibule.entity.filter;

import org.vestibule.entity.schema.Located;

/**
 * Two attributes compared; below plurals it is true when any element fulfils it, or any pair of
 * elements where the attributes lie in different plurals.
 */
record AttributePair(Located left, Operator operator, Located right, Family family)
    implements Condition {

  @Override
  public String sql(SqlWriter sql) {
    Operands operands = new Operands(sql);
    String first = operands.add(left, family);
    String second = operands.add(right, family);
    return operands.exists(first + " " + operator.sql() + " " + second);
  }
}

package org.vestibule.entity.filter;

import java.util.Optional;

/** Something that is true, false or unknown of a record, and its SQL. */
interface Condition extends Operand {
  /** SQL of one boolean operand, safe to combine. */
  String sql(SqlWriter sql);

  @Override
  default Optional<Condition> condition() {
    return Optional.of(this);
  }

  /** Both conditions. */
  static Condition and(Condition left, Condition right) {
    return sql -> "(" + left.sql(sql) + " AND " + right.sql(sql) + ")";
  }

  /** One of the conditions. */
  static Condition or(Condition left, Condition right) {
    return sql -> "(" + left.sql(sql) + " OR " + right.sql(sql) + ")";
  }

  /** The opposite; unknown stays unknown. */
  static Condition not(Condition condition) {
    return sql -> "(NOT " + condition.sql(sql) + ")";
  }

  /** Whether two conditions are equally true. */
  static Condition compare(Condition left, Operator operator, Condition right) {
    return sql -> "(" + left.sql(sql) + " " + operator.sql() + " " + right.sql(sql) + ")";
  }

  /** A condition that does not depend on the record. */
  static Condition constant(boolean value) {
    return sql -> value ? "TRUE" : "FALSE";
  }
}

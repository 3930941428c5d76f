package org.vestibule.entity.filter;

import java.util.Optional;
import org.vestibule.entity.schema.Located;

/**
 * A part of a filter that the schema has given a meaning: an attribute, a constant, a condition.
 */
interface Operand {
  /** The attribute, when the operand is one. */
  default Optional<Located> attribute() {
    return Optional.empty();
  }

  /** The constant, when the operand is one. */
  default Optional<Expression.Literal> literal() {
    return Optional.empty();
  }

  /** The condition, when the operand is one. */
  default Optional<Condition> condition() {
    return Optional.empty();
  }

  /** The value of an attribute. */
  record OfAttribute(Located located) implements Operand {
    @Override
    public Optional<Located> attribute() {
      return Optional.of(located);
    }
  }

  /** A constant. */
  record OfLiteral(Expression.Literal value) implements Operand {
    @Override
    public Optional<Expression.Literal> literal() {
      return Optional.of(value);
    }
  }
}

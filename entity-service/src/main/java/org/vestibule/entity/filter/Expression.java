package org.vestibule.entity.filter;

import org.vestibule.entity.schema.AttributePath;

/** A filter as it was written, before anyone knows what its names mean. */
interface Expression {
  <R> R accept(Visitor<R> visitor);

  /** One method per kind of expression. */
  interface Visitor<R> {
    R literal(Literal literal);

    R attribute(Path path);

    R comparison(Comparison comparison);

    R junction(Junction junction);

    R negation(Negation negation);

    R nullTest(NullTest test);
  }

  /** A constant; numbers and booleans keep the text they were written with. */
  record Literal(Kind kind, String text) implements Expression {
    enum Kind {
      STRING,
      NUMBER,
      BOOLEAN
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.literal(this);
    }
  }

  /** The value of an attribute. */
  record Path(AttributePath path) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.attribute(this);
    }
  }

  /** Two values compared. */
  record Comparison(Operator operator, Expression left, Expression right) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.comparison(this);
    }
  }

  /** Both or one of two conditions. */
  record Junction(boolean all, Expression left, Expression right) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.junction(this);
    }
  }

  /** The opposite of a condition. */
  record Negation(Expression condition) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.negation(this);
    }
  }

  /** Whether something has no value, or has one. */
  record NullTest(Expression operand, boolean isNull) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.nullTest(this);
    }
  }
}

package org.vestibule.entity.filter;

import java.util.Optional;
import java.util.function.Function;
import org.vestibule.entity.date.DateParser;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.entity.schema.Located;
import org.vestibule.entity.schema.Schema;

/** Gives the names and constants of a filter a meaning in a schema. */
final class Typing implements Expression.Visitor<Operand> {
  private final Schema schema;
  private final Constants constants;
  private final Function<Located, Optional<PluralKey>> keys;

  Typing(Schema schema, DateParser dates, Function<Located, Optional<PluralKey>> keys) {
    this.schema = schema;
    this.constants = new Constants(dates);
    this.keys = keys;
  }

  Condition condition(Expression expression) {
    Operand operand = expression.accept(this);
    return operand
        .condition()
        .or(() -> operand.literal().map(this::constant))
        .or(() -> operand.attribute().map(this::flag))
        .orElseThrow();
  }

  @Override
  public Operand literal(Expression.Literal literal) {
    return new Operand.OfLiteral(literal);
  }

  @Override
  public Operand attribute(Expression.Path path) {
    return Located.in(schema, path.path())
        .filter(Located::selectsOnlyInPlurals)
        .map(Operand.OfAttribute::new)
        .orElseThrow(() -> new FilterException("Unknown attribute (" + dotted(path) + ")"));
  }

  @Override
  public Operand junction(Expression.Junction junction) {
    Condition left = condition(junction.left());
    Condition right = condition(junction.right());
    return junction.all() ? Condition.and(left, right) : Condition.or(left, right);
  }

  @Override
  public Operand negation(Expression.Negation negation) {
    return Condition.not(condition(negation.condition()));
  }

  @Override
  public Operand nullTest(Expression.NullTest test) {
    Located located =
        test.operand()
            .accept(this)
            .attribute()
            .orElseThrow(() -> new FilterException("only an attribute can be null"));
    return new NullTest(located, test.isNull());
  }

  @Override
  public Operand comparison(Expression.Comparison comparison) {
    Operand left = comparison.left().accept(this);
    Operand right = comparison.right().accept(this);
    if (left.condition().isPresent() || right.condition().isPresent()) {
      return conditions(comparison);
    }
    if (left.attribute().isEmpty() && right.attribute().isEmpty()) {
      return constants(comparison.operator(), left, right);
    }
    return attributes(comparison.operator(), left, right);
  }

  private Condition conditions(Expression.Comparison comparison) {
    if (comparison.operator().isOrdering()) {
      throw new FilterException("conditions have no order");
    }
    return Condition.compare(
        condition(comparison.left()), comparison.operator(), condition(comparison.right()));
  }

  private Condition attributes(Operator operator, Operand left, Operand right) {
    if (left.attribute().isEmpty()) {
      return test(
          right.attribute().orElseThrow(), operator.mirrored(), left.literal().orElseThrow());
    }
    Located first = left.attribute().get();
    return right
        .attribute()
        .map(second -> pair(first, operator, second))
        .orElseGet(() -> test(first, operator, right.literal().orElseThrow()));
  }

  private Condition test(Located located, Operator operator, Expression.Literal literal) {
    Family family = Constants.fitting(literal, family(located, operator));
    Object value = constants.value(literal, family);
    return new AttributeTest(located, operator, family, value, keys.apply(located));
  }

  private static Condition pair(Located left, Operator operator, Located right) {
    return Family.join(family(left, operator), family(right, operator))
        .<Condition>map(family -> new AttributePair(left, operator, right, family))
        .orElseThrow(() -> new FilterException("the types of the attributes differ"));
  }

  private Condition constants(Operator operator, Operand left, Operand right) {
    Expression.Literal first = left.literal().orElseThrow();
    Expression.Literal second = right.literal().orElseThrow();
    Family family = Constants.familyOf(first, second);
    Object a = constants.value(first, family);
    Object b = constants.value(second, family);
    return sql ->
        "(" + family.bind(sql, a) + " " + operator.sql() + " " + family.bind(sql, b) + ")";
  }

  private Condition constant(Expression.Literal literal) {
    if (literal.kind() != Expression.Literal.Kind.BOOLEAN) {
      throw new FilterException("'" + literal.text() + "' is not a condition");
    }
    return Condition.constant(literal.text().equals("true"));
  }

  private Condition flag(Located located) {
    if (located.target().orElseThrow().type() != AttributeType.BOOLEAN) {
      throw new FilterException(located.path().wireName() + " is not a condition");
    }
    return new AttributeTest(
        located, Operator.EQUAL, Family.BOOLEAN, Boolean.TRUE, Optional.empty());
  }

  private static Family family(Located located, Operator operator) {
    Attribute attribute = located.target().orElseThrow();
    return Family.of(attribute)
        .filter(it -> it != Family.BOOLEAN || !operator.isOrdering())
        .orElseThrow(
            () ->
                new FilterException(located.path().wireName() + " cannot be compared in this way"));
  }

  private static String dotted(Expression.Path path) {
    return path.path().wireName().substring(1).replace('/', '.');
  }
}

package org.vestibule.entity.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.vestibule.entity.date.DateParser;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.Located;
import org.vestibule.entity.schema.Schema;

/** A search condition of the wire, checked against a schema and ready to become SQL. */
public final class Filter {
  /** Fits every record. */
  public static final Filter ALL = new Filter(Condition.constant(true));

  /** Fits no record. */
  public static final Filter NONE = new Filter(Condition.constant(false));

  private final Condition condition;

  private Filter(Condition condition) {
    this.condition = condition;
  }

  /**
   * Reads a filter.
   *
   * @param schema what the caller may see
   * @param keys finds the rows of unique values below plurals
   */
  public static Filter parse(
      String text, Schema schema, DateParser dates, Function<Located, Optional<PluralKey>> keys) {
    if (text == null || text.isBlank()) {
      return ALL;
    }
    try {
      return new Filter(new Typing(schema, dates, keys).condition(Parser.parse(text)));
    } catch (FilterException nonsense) {
      throw Violations.invalidArgument("filter", nonsense.getMessage());
    }
  }

  /**
   * Fits records with one value of an attribute.
   *
   * @param argument blamed when the value is not of the attribute's type
   */
  public static Filter equal(
      Located located, JsonNode value, DateParser dates, Optional<PluralKey> key, String argument) {
    try {
      Expression.Literal literal = literal(value);
      Family own = Family.of(located.target().orElseThrow()).orElseThrow();
      Family family = Constants.fitting(literal, own);
      Object bound = new Constants(dates).value(literal, family);
      return new Filter(new AttributeTest(located, Operator.EQUAL, family, bound, key));
    } catch (FilterException nonsense) {
      throw Violations.invalidArgument(argument, nonsense.getMessage());
    }
  }

  /** Fits the record with a uuid. */
  public static Filter byUuid(UUID uuid) {
    return new Filter(sql -> "uuid = " + sql.bind(uuid, "uuid"));
  }

  /** Fits the record with an id. */
  public static Filter byId(long id) {
    return new Filter(sql -> "id = " + sql.bind(id, "bigint"));
  }

  /** Fits the record that has a unique value in an element of one of its plurals. */
  public static Filter byElement(long typeId, List<Integer> attributeIds, long element) {
    return new Filter(
        sql ->
            "(id IN (SELECT record_id FROM unique_value WHERE type_id = %s AND element_id = %s"
                    .formatted(sql.bind(typeId, "bigint"), sql.bind(element, "bigint"))
                + " AND attribute_id = ANY (%s)))"
                    .formatted(sql.bind(attributeIds.toArray(Integer[]::new), "integer[]")));
  }

  /** Fits the records with a higher id. */
  public static Filter afterId(long id) {
    return new Filter(sql -> "id > " + sql.bind(id, "bigint"));
  }

  private static Expression.Literal literal(JsonNode value) {
    if (!value.isValueNode() || value.isNull()) {
      throw new FilterException("it is not a single value");
    }
    if (value.isTextual()) {
      return new Expression.Literal(Expression.Literal.Kind.STRING, value.textValue());
    }
    return new Expression.Literal(
        value.isBoolean() ? Expression.Literal.Kind.BOOLEAN : Expression.Literal.Kind.NUMBER,
        value.asText());
  }

  /** Fits the records that both fit. */
  public Filter and(Filter other) {
    return new Filter(Condition.and(condition, other.condition));
  }

  /** The condition on a record's row. */
  public String sql(SqlWriter sql) {
    return condition.sql(sql);
  }
}

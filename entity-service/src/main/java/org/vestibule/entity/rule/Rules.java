package org.vestibule.entity.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.Located;
import org.vestibule.entity.schema.Schema;

/** The rules of an entity type, ready to be applied to inputs (entity.md 7). */
public final class Rules {
  private final List<Placed> transforming = new ArrayList<>();
  private final List<Placed> validating = new ArrayList<>();

  private Rules() {}

  private record Placed(RuleTree rule, Located located) {
    String name() {
      return rule.kind().wireName();
    }
  }

  /** The rules among the properties of a type, in the order of their creation. */
  public static Rules of(Schema schema, List<TypeProperty> properties) {
    Rules rules = new Rules();
    properties.stream()
        .filter(it -> it.kind() == TypeProperty.Kind.RULE)
        .forEach(it -> rules.add(schema, it));
    return rules;
  }

  /** Reads the definition of a new rule; 200 when it is none, or fits an attribute not. */
  public static void check(Schema schema, JsonNode definition, List<String> attributes) {
    RuleTree rule = RuleTree.of(definition);
    for (String path : attributes) {
      Located located = Located.in(schema, path);
      if (!rule.fits(located.target().orElseThrow().type())) {
        throw Violations.invalidArgument("attributes", "the rule does not fit " + path);
      }
    }
  }

  private void add(Schema schema, TypeProperty property) {
    RuleTree rule = RuleTree.of(property.definition());
    List<Placed> kind = rule.kind().transforms() ? transforming : validating;
    RulePlaces.of(schema, property.attributes(), rule)
        .forEach(it -> kind.add(new Placed(rule, it)));
  }

  /** Changes an input, then checks it; 360 for the first value that breaks a rule. */
  public void applyToNew(ObjectNode values, LocalDate today) {
    transforming.forEach(it -> transform(it, values, true));
    validate(values, true, today);
  }

  /**
   * The same for a change of a record.
   *
   * @param before the record's document
   */
  public void applyToChange(ObjectNode values, JsonNode before, LocalDate today) {
    apply(values, before, false, today);
  }

  /** The same for a record that gets all its values anew. */
  public void applyToReplacement(ObjectNode values, JsonNode before, LocalDate today) {
    apply(values, before, true, today);
  }

  private void apply(ObjectNode values, JsonNode before, boolean isNew, LocalDate today) {
    writeOnce().forEach(it -> RulePlaces.forget(it.located(), values, before));
    transforming.forEach(it -> transform(it, values, isNew));
    validate(values, isNew, today);
  }

  /** Puts the values that no later write changes into a document from which they were taken. */
  public void keepWriteOnce(ObjectNode doc, JsonNode before) {
    writeOnce().forEach(it -> RulePlaces.keep(it.located(), doc, before));
  }

  private Stream<Placed> writeOnce() {
    return transforming.stream().filter(it -> it.rule().kind() == RuleKind.IGNORE_UPDATE);
  }

  private static void transform(Placed placed, ObjectNode values, boolean isNew) {
    boolean fills = placed.rule().kind() == RuleKind.DEFAULT;
    RulePlaces.visit(
        placed.located(),
        values,
        isNew,
        fills,
        (parent, name, wanted) -> {
          JsonNode value = parent.get(name);
          boolean isNull = value == null ? wanted : value.isNull();
          if (fills && isNull) {
            parent.set(name, filling(placed.rule()));
          } else if (value != null && value.isTextual()) {
            parent.set(name, TextNode.valueOf(changed(placed.rule(), value.textValue())));
          }
        });
  }

  private static JsonNode filling(RuleTree rule) {
    if (rule.text() != null) {
      return TextNode.valueOf(rule.text());
    }
    long number = rule.number().longValue();
    return number == (int) number ? IntNode.valueOf((int) number) : LongNode.valueOf(number);
  }

  private static String changed(RuleTree rule, String text) {
    return switch (rule.kind()) {
      case TO_LOWER -> text.toLowerCase(Locale.ROOT);
      case TO_UPPER -> text.toUpperCase(Locale.ROOT);
      case TRUNCATE -> truncated(text, rule.number().intValue());
      default -> text;
    };
  }

  private static String truncated(String text, int most) {
    int length = text.codePointCount(0, text.length());
    return length <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
  }

  private void validate(ObjectNode values, boolean isNew, LocalDate today) {
    RuleCheck check = new RuleCheck(today);
    for (Placed placed : validating) {
      RulePlaces.visit(
          placed.located(),
          values,
          isNew,
          false,
          (parent, name, wanted) -> {
            JsonNode value = parent.get(name);
            if ((value != null || wanted) && !check.keeps(placed.rule(), value)) {
              throw Violations.constraint(placed.located().path().wireName(), placed.name());
            }
          });
    }
  }
}

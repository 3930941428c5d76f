package org.vestibule.entity.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.platform.pattern.LinearPattern;

/**
 * A rule's definition as a tree.
 *
 * @param text argument of rules about texts, null for others
 * @param number argument of rules about numbers and lengths, null for others
 * @param pattern compiled expression of {@code match} and {@code match-all}, else null
 * @param children of {@code and}, {@code or} and {@code not}
 */
record RuleTree(
    RuleKind kind, String text, BigDecimal number, LinearPattern pattern, List<RuleTree> children) {
  private static final int DEEPEST = 10;
  private static final int MOST_CHILDREN = 50;
  private static final int LONGEST_TEXT = 10_000;
  private static final String ARGUMENT = "definition";

  /** Reads a definition (entity.md 7); anything else is 200. */
  static RuleTree of(JsonNode definition) {
    return read(definition, 1);
  }

  private static RuleTree read(JsonNode definition, int depth) {
    if (depth > DEEPEST) {
      throw invalid("rules are nested too deep");
    }
    RuleTree tree =
        definition.isTextual()
            ? bare(kind(definition.textValue()))
            : withArgument(definition, depth);
    if (depth > 1 && tree.kind.transforms()) {
      throw invalid(tree.kind.wireName() + " stands alone");
    }
    return tree;
  }

  private static RuleTree withArgument(JsonNode definition, int depth) {
    if (!definition.isObject() || definition.size() != 1) {
      throw invalid("it is neither the name of a rule nor an object with one rule");
    }
    Map.Entry<String, JsonNode> rule = definition.properties().iterator().next();
    return with(kind(rule.getKey()), rule.getValue(), depth);
  }

  private static RuleTree bare(RuleKind kind) {
    if (!kind.isBare()) {
      throw invalid(kind.wireName() + " needs an argument");
    }
    return new RuleTree(kind, null, null, null, List.of());
  }

  private static RuleTree with(RuleKind kind, JsonNode argument, int depth) {
    return switch (kind) {
      case MATCH, MATCH_ALL -> pattern(kind, argument);
      case AND, OR -> children(kind, argument, depth);
      case NOT -> parent(kind, List.of(read(argument, depth + 1)));
      case DEFAULT -> byDefault(argument);
      case MIN_LENGTH, MAX_LENGTH, TRUNCATE, MIN_AGE -> count(kind, argument);
      case LESS_THAN, GREATER_THAN -> number(kind, argument);
      default -> throw invalid(kind.wireName() + " has no argument");
    };
  }

  private static RuleTree pattern(RuleKind kind, JsonNode argument) {
    if (!argument.isTextual()) {
      throw invalid(kind.wireName() + " needs a regular expression");
    }
    try {
      LinearPattern pattern = LinearPattern.of(argument.textValue());
      return new RuleTree(kind, argument.textValue(), null, pattern, List.of());
    } catch (IllegalArgumentException unusable) {
      throw invalid(unusable.getMessage());
    }
  }

  private static RuleTree children(RuleKind kind, JsonNode argument, int depth) {
    if (!argument.isArray() || argument.isEmpty() || argument.size() > MOST_CHILDREN) {
      throw invalid(kind.wireName() + " needs a list of rules");
    }
    List<RuleTree> children = new ArrayList<>();
    argument.forEach(it -> children.add(read(it, depth + 1)));
    return parent(kind, children);
  }

  private static RuleTree parent(RuleKind kind, List<RuleTree> children) {
    return new RuleTree(kind, null, null, null, List.copyOf(children));
  }

  private static RuleTree byDefault(JsonNode argument) {
    if (argument.isTextual() && argument.textValue().length() <= LONGEST_TEXT) {
      return new RuleTree(RuleKind.DEFAULT, argument.textValue(), null, null, List.of());
    }
    return number(RuleKind.DEFAULT, argument);
  }

  private static RuleTree count(RuleKind kind, JsonNode argument) {
    if (!argument.canConvertToInt() || argument.intValue() < 0) {
      throw invalid(kind.wireName() + " needs a number of at least 0");
    }
    return number(kind, argument);
  }

  private static RuleTree number(RuleKind kind, JsonNode argument) {
    if (!argument.isIntegralNumber() && !(argument.isNumber() && kind != RuleKind.DEFAULT)) {
      throw invalid(kind.wireName() + " needs a number");
    }
    return new RuleTree(kind, null, argument.decimalValue(), null, List.of());
  }

  private static RuleKind kind(String name) {
    return RuleKind.of(name).orElseThrow(() -> invalid("there is no rule " + name));
  }

  private static RuntimeException invalid(String reason) {
    return Violations.invalidArgument(ARGUMENT, reason);
  }

  /** Whether values of a type can be checked or changed by it. */
  boolean fits(AttributeType type) {
    if (kind == RuleKind.DEFAULT) {
      return type == (text == null ? AttributeType.INTEGER : AttributeType.STRING);
    }
    return kind.fits(type) && children.stream().allMatch(it -> it.fits(type));
  }

  /** The answer of a rule over those of its children. */
  boolean fold(Function<RuleTree, Boolean> answer) {
    return switch (kind) {
      case AND -> children.stream().allMatch(answer::apply);
      case OR -> children.stream().anyMatch(answer::apply);
      default -> children.stream().noneMatch(answer::apply);
    };
  }
}

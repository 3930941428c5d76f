package org.vestibule.entity.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.vestibule.entity.date.DateParser;
import org.vestibule.entity.filter.Filter;
import org.vestibule.entity.filter.PluralKey;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.AttributePath;
import org.vestibule.entity.schema.Constraint;
import org.vestibule.entity.schema.Located;
import org.vestibule.entity.schema.Schema;

/** Makes the conditions by which records of a type are found. */
@Singleton
public class Conditions {
  private final DateParser dates;

  /** Takes the clock behind relative dates. */
  public Conditions(Clock clock) {
    this.dates = new DateParser(clock);
  }

  /** A filter over what a caller sees. */
  public Filter parse(EntityType type, Schema readable, String text) {
    return Filter.parse(text, readable, dates, type::pluralKey);
  }

  /** Finds by the value of a unique attribute, of the id or of the uuid. */
  public Filter byKey(EntityType type, Schema readable, String attribute, JsonNode value) {
    Located located = located(readable, attribute, "key_attribute");
    boolean isKey =
        located.target().orElseThrow().has(Constraint.UNIQUE)
            || located.path().wireName().matches("/(id|uuid)");
    if (!isKey) {
      throw Violations.invalidArgument("key_attribute", "the attribute is not unique");
    }
    return Filter.equal(located, value, dates, key(type, located), "key_value");
  }

  /** Finds by a text that someone typed to sign in; what cannot be stored fits no record. */
  public Filter byIdentifier(EntityType type, String attribute, String identifier) {
    Filter filter =
        byKey(type, type.schema(), attribute, TextNode.valueOf(identifier.replace("\0", "")));
    return identifier.indexOf('\0') < 0 ? filter : Filter.NONE;
  }

  /** Finds by the value of any attribute that can be compared. */
  public Filter byValue(EntityType type, String attribute, JsonNode value) {
    Located located = located(type.schema(), attribute, "attribute");
    if (!located.target().orElseThrow().type().isComparable()) {
      throw Violations.invalidArgument("attribute", "its values cannot be compared");
    }
    return Filter.equal(located, value, dates, key(type, located), "value");
  }

  /** A point in time in one of the forms of the wire. */
  public Optional<Instant> time(String text) {
    return dates.parse(text);
  }

  private static Optional<PluralKey> key(EntityType type, Located located) {
    return type.pluralKey(located);
  }

  private static Located located(Schema schema, String text, String argument) {
    AttributePath path =
        AttributePath.parse(text)
            .filter(it -> !it.isRoot())
            .orElseThrow(() -> Violations.invalidArgument(argument, "not an attribute"));
    return Located.in(schema, path).orElseThrow(() -> Violations.unknownAttribute(path.wireName()));
  }
}

package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vestibule.entity.date.DateParser;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.Reserved;
import org.vestibule.entity.schema.Schema;

/** Checks inputs in the order of the wire's error table: names, types, single values. */
@ApplicationScoped
public class Drafts {
  private final DateParser dates;

  /** Takes the clock behind relative dates. */
  public Drafts(Clock clock) {
    this.dates = new DateParser(clock);
  }

  /** An input for a record that does not exist yet. */
  Draft forNew(Schema writable, ObjectNode input) {
    InputNames.checkNew(writable.root(), input);
    Optional<Instant> created = Optional.ofNullable(input.get("created")).map(this::created);
    return new Draft(values(writable.root(), input), Map.of(), created);
  }

  /** An input for a record that exists. */
  Draft forChange(Schema writable, ObjectNode input) {
    InputNames.checkChange(writable.root(), input);
    Map<String, JsonNode> reserved = new LinkedHashMap<>();
    Reserved.OF_RECORD.stream()
        .map(Attribute::name)
        .filter(input::has)
        .forEach(name -> reserved.put(name, input.get(name)));
    return new Draft(values(writable.root(), input), reserved, Optional.empty());
  }

  private ObjectNode values(Attribute root, ObjectNode input) {
    ObjectNode values = new InputValues(dates).read(root, input, "");
    ValueConstraints.check(root, values, "");
    return values;
  }

  private Instant created(JsonNode given) {
    if (!given.isTextual()) {
      throw Violations.invalidJsonType("/created");
    }
    return dates.parse(given.textValue()).orElseThrow(() -> Violations.invalidDate("/created"));
  }
}

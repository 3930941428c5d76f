package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vestibule.entity.date.DateParser;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.Reserved;
import org.vestibule.entity.schema.Schema;
import org.vestibule.entity.type.EntityType;

/** Checks inputs in the order of the wire's error table: names, types, single values. */
@Singleton
public class Drafts {
  private final DateParser dates;
  private final Clock clock;

  /** Takes the clock behind relative dates and ages. */
  public Drafts(Clock clock) {
    this.dates = new DateParser(clock);
    this.clock = clock;
  }

  /** An input for a record that does not exist yet. */
  Draft forNew(EntityType type, Schema writable, ObjectNode input) {
    InputNames.checkNew(writable.root(), input);
    Optional<Instant> created = Optional.ofNullable(input.get("created")).map(this::created);
    ObjectNode values = read(writable, input);
    type.terms().rules().applyToNew(values, today());
    ValueConstraints.check(type.schema().root(), values, "");
    return new Draft(values, Map.of(), created);
  }

  /** An input for a record that brings reserved attributes and ids of elements from elsewhere. */
  Draft forImport(EntityType type, ObjectNode input) {
    InputNames.checkChange(type.schema().root(), input);
    ObjectNode values = read(type.schema(), input);
    type.terms().rules().applyToNew(values, today());
    ValueConstraints.check(type.schema().root(), values, "");
    return new Draft(values, reserved(input), Optional.empty());
  }

  /** The names and times that such an input brought. */
  KeptNames kept(Draft draft) {
    return KeptNames.of(draft.reserved(), dates);
  }

  /**
   * An input for a record that exists.
   *
   * @param before the record's document
   */
  Draft forChange(EntityType type, Schema writable, ObjectNode input, JsonNode before) {
    InputNames.checkChange(writable.root(), input);
    ObjectNode values = read(writable, input);
    HiddenAttributes.refuseRemoval(writable.root(), type.schema().root(), values, "");
    return changed(type, values, input, before);
  }

  /** The same for a place that is replaced, where hidden attributes stay whatever is removed. */
  Draft forPlace(EntityType type, Schema writable, ObjectNode input, JsonNode before) {
    InputNames.checkChange(writable.root(), input);
    return changed(type, read(writable, input), input, before);
  }

  private Draft changed(EntityType type, ObjectNode values, ObjectNode input, JsonNode before) {
    type.terms().rules().applyToChange(values, before, today());
    ValueConstraints.check(type.schema().root(), values, "");
    return new Draft(values, reserved(input), Optional.empty());
  }

  /** The same for a whole record, where what the input lacks is null. */
  Draft forReplacement(EntityType type, Schema writable, ObjectNode input, JsonNode before) {
    InputNames.checkChange(writable.root(), input);
    ObjectNode values = read(writable, input);
    type.terms().rules().applyToReplacement(values, before, today());
    ValueConstraints.check(type.schema().root(), values, "");
    return new Draft(values, reserved(input), Optional.empty());
  }

  private static Map<String, JsonNode> reserved(ObjectNode input) {
    Map<String, JsonNode> reserved = new LinkedHashMap<>();
    Reserved.OF_RECORD.stream()
        .map(Attribute::name)
        .filter(input::has)
        .forEach(name -> reserved.put(name, input.get(name)));
    return reserved;
  }

  private ObjectNode read(Schema writable, ObjectNode input) {
    return new InputValues(dates).read(writable.root(), input, "");
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private Instant created(JsonNode given) {
    if (!given.isTextual()) {
      throw Violations.invalidJsonType("/created");
    }
    return dates.parse(given.textValue()).orElseThrow(() -> Violations.invalidDate("/created"));
  }
}

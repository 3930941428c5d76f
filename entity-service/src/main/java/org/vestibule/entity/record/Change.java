package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.vestibule.entity.filter.Filter;
import org.vestibule.entity.schema.Schema;
import org.vestibule.platform.json.Json;

/**
 * A change of one record.
 *
 * @param where fits the record
 * @param draft makes the new values when the record is known
 * @param further ready values that depend on the record as it is when it is locked
 * @param removed names an element to remove instead, when the record is locked
 * @param replaced the place whose content the values become, else they are merged
 * @param silent attributes whose change nobody is told of
 */
record Change(
    Filter where,
    Expected expected,
    Function<RecordState, Draft> draft,
    Function<RecordState, ObjectNode> further,
    Optional<Function<RecordState, Target>> removed,
    Optional<Replacement> replaced,
    Set<String> silent) {

  /** New values. */
  static Change of(Filter where, Expected expected, Function<RecordState, Draft> draft) {
    return new Change(
        where,
        expected,
        draft,
        state -> Json.object(),
        Optional.empty(),
        Optional.empty(),
        Set.of());
  }

  /** The removal of an element. */
  static Change removal(Filter where, Expected expected, Function<RecordState, Target> element) {
    return new Change(
        where, expected, null, null, Optional.of(element), Optional.empty(), Set.of());
  }

  /** The same without telling of some attributes. */
  Change silently(Set<String> attributes) {
    return new Change(where, expected, draft, further, removed, replaced, attributes);
  }

  /** The same with more values; they win. */
  Change and(Function<RecordState, ObjectNode> more) {
    return new Change(where, expected, draft, more, removed, replaced, silent);
  }

  /** The same with values that are ready. */
  Change with(Draft ready) {
    return new Change(where, expected, state -> ready, further, removed, replaced, silent);
  }

  /** The same for values that become the content of a place. */
  Change replacing(Replacement place) {
    return new Change(where, expected, draft, further, removed, Optional.of(place), silent);
  }

  /** The values that are put into the record, none for a removal. */
  Optional<ObjectNode> values(RecordState state) {
    return removed.isPresent() ? Optional.empty() : Optional.of(checked(state));
  }

  private ObjectNode checked(RecordState state) {
    Draft made = draft.apply(state);
    ReservedValues.check(made.reserved(), state);
    ObjectNode more = further.apply(state);
    return more.isEmpty() ? made.values() : made.values().deepCopy().setAll(more);
  }

  /** The document after the change. */
  Content apply(Schema schema, RecordState state, Optional<ObjectNode> values, Folding folding) {
    return values
        .map(it -> content(schema, state, it, folding))
        .orElseGet(() -> Content.ofRemoval(state.doc(), removed.orElseThrow().apply(state)));
  }

  /** The document after values were merged, or put in the place of what was there. */
  Content content(Schema schema, RecordState state, ObjectNode values, Folding folding) {
    return replaced
        .map(it -> Content.ofReplacement(schema, it, state.doc(), values, folding))
        .orElseGet(() -> Content.ofChange(schema, state.doc(), values, folding));
  }
}

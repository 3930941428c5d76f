package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.vestibule.entity.filter.Filter;
import org.vestibule.entity.schema.Schema;

/**
 * A change of one record.
 *
 * @param where fits the record
 * @param draft makes the new values when the record is known
 * @param further depends on the record as it is when it is locked
 * @param removed names an element to remove instead, when the record is locked
 * @param replaced the place whose content the values become, else they are merged
 * @param silent attributes whose change nobody is told of
 */
record Change(
    Filter where,
    Expected expected,
    Function<RecordState, Draft> draft,
    Function<RecordState, More> further,
    Optional<Function<RecordState, Target>> removed,
    Optional<Replacement> replaced,
    Set<String> silent) {

  /** New values. */
  static Change of(Filter where, Expected expected, Function<RecordState, Draft> draft) {
    return new Change(
        where, expected, draft, state -> More.none(), Optional.empty(), Optional.empty(), Set.of());
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

  /** The same with more, which wins. */
  Change and(Function<RecordState, More> more) {
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
  Optional<Values> values(RecordState state) {
    return removed.isPresent() ? Optional.empty() : Optional.of(checked(state));
  }

  private Values checked(RecordState state) {
    Draft made = draft.apply(state);
    ReservedValues.check(made.reserved(), state);
    return new Values(made.values(), further.apply(state));
  }

  /**
   * @param given what was asked for
   * @param more what comes with it
   */
  record Values(ObjectNode given, More more) {
    ObjectNode together() {
      return more.values().isEmpty() ? given : given.deepCopy().setAll(more.values());
    }
  }

  /** The document after the change. */
  Content apply(Schema schema, RecordState state, Optional<Values> values, Folding folding) {
    return values
        .map(it -> content(schema, state, it, folding))
        .orElseGet(() -> Content.ofRemoval(state.doc(), removed.orElseThrow().apply(state)));
  }

  /**
   * The document after values were merged, or put in the place of what was there. More values are
   * always merged: they may be elsewhere, and the writer's limits are not theirs.
   */
  Content content(Schema schema, RecordState state, Values values, Folding folding) {
    return replaced
        .map(it -> Content.ofReplacement(schema, it, state.doc(), values.given(), folding))
        .map(it -> it.and(schema, values.more().values(), folding))
        .orElseGet(() -> Content.ofChange(schema, state.doc(), values.together(), folding));
  }
}

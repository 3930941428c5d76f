package org.vestibule.entity.type;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which indexes a change of a type needs and which it no longer does.
 *
 * @param fresh without numbers that mean anything
 */
record IndexDifference(List<AttributeIndex> fresh, List<IndexNumber> gone) {

  static IndexDifference of(EntityType type, TypeState state) {
    List<AttributeIndex> wanted = IndexPlan.of(state.schema(), state.properties());
    List<AttributeIndex> fresh =
        wanted.stream()
            .filter(it -> type.indexes().stream().noneMatch(has -> is(has, state, it)))
            .toList();
    List<IndexNumber> gone =
        type.indexes().stream()
            .filter(AttributeIndex::isReady)
            .filter(has -> wanted.stream().noneMatch(it -> is(has, state, it)))
            .map(IndexNumber::of)
            .toList();
    return new IndexDifference(fresh, gone);
  }

  private static boolean is(AttributeIndex has, TypeState state, AttributeIndex wanted) {
    return has.isReady()
        && has.kind() == wanted.kind()
        && pathAfter(has, state).filter(wanted.path()::equals).isPresent();
  }

  /** Where the attributes of an index are after the change; nothing when one is gone. */
  static Optional<String> pathAfter(AttributeIndex index, TypeState state) {
    List<Optional<String>> paths =
        index.parts().stream().map(it -> state.moved().apply(it.path().wireName())).toList();
    return paths.stream().allMatch(Optional::isPresent)
        ? Optional.of(paths.stream().map(Optional::orElseThrow).collect(Collectors.joining(",")))
        : Optional.empty();
  }
}

package org.vestibule.auth.upstream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What came of asking entity-service for a change. */
public sealed interface ChangeResult {

  /** Calls the one function that fits. */
  <R> R fold(
      Function<Changed, R> onChanged,
      Function<Refused, R> onRefused,
      Function<Unchanged, R> onUnchanged);

  /**
   * The change is committed.
   *
   * @param names attributes whose values differ
   * @param emailBefore the address that the record had
   * @param isFirstProof nobody had proved the record's address before
   */
  record Changed(
      List<String> names, Optional<String> emailBefore, boolean isFirstProof, ObjectNode profile)
      implements ChangeResult {

    /** Whether the value of an attribute differs. */
    public boolean changed(String attribute) {
      return names.contains(attribute);
    }

    @Override
    public <R> R fold(
        Function<Changed, R> onChanged,
        Function<Refused, R> onRefused,
        Function<Unchanged, R> onUnchanged) {
      return onChanged.apply(this);
    }
  }

  /** The schema does not take the values; nothing is stored. */
  record Refused(List<Violation> violations) implements ChangeResult {
    @Override
    public <R> R fold(
        Function<Changed, R> onChanged,
        Function<Refused, R> onRefused,
        Function<Unchanged, R> onUnchanged) {
      return onRefused.apply(this);
    }
  }

  /** Nothing is stored, because something about the record is not as it should be. */
  enum Unchanged implements ChangeResult {
    GONE,
    DIFFERENT,
    WRONG_PASSWORD,
    NO_PASSWORD;

    @Override
    public <R> R fold(
        Function<Changed, R> onChanged,
        Function<Refused, R> onRefused,
        Function<Unchanged, R> onUnchanged) {
      return onUnchanged.apply(this);
    }
  }
}

package org.vestibule.platform.capture.request;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vestibule.platform.capture.problem.CaptureProblem;

/** The effective parameters of a call by name, decoded, in the order they came. */
public record Parameters(Map<String, String> values) {
  /** Copies the values and keeps their order. */
  public Parameters {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** A parameter; an empty value is a value. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** A parameter that is absent when it is empty. */
  public Optional<String> filled(String name) {
    return get(name).filter(value -> !value.isEmpty());
  }

  /** A parameter that must be there and not empty; else 100 in the wording of {@code /entity*}. */
  public String required(String name) {
    return filled(name).orElseThrow(() -> CaptureProblem.missingArgument(name).exception());
  }
}

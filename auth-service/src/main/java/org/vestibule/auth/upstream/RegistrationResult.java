package org.vestibule.auth.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** What came of asking entity-service for a new record. */
public sealed interface RegistrationResult {

  /** Calls the one function that fits. */
  <R> R fold(Function<Created, R> onCreated, Function<Refused, R> onRefused);

  /** The record is committed. */
  record Created(UUID recordUuid, JsonNode profile) implements RegistrationResult {
    @Override
    public <R> R fold(Function<Created, R> onCreated, Function<Refused, R> onRefused) {
      return onCreated.apply(this);
    }
  }

  /** The schema does not take the values; nothing is stored. */
  record Refused(List<Violation> violations) implements RegistrationResult {
    @Override
    public <R> R fold(Function<Created, R> onCreated, Function<Refused, R> onRefused) {
      return onRefused.apply(this);
    }
  }
}

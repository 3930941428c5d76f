package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An input whose names and types are checked, its values in stored form.
 *
 * @param values attributes without the reserved ones; passwords are still inputs
 * @param reserved reserved attributes of the record as they were given
 * @param created the given time of creation of a new record
 */
record Draft(ObjectNode values, Map<String, JsonNode> reserved, Optional<Instant> created) {

  /** Values that the service itself made. */
  static Draft ready(ObjectNode values) {
    return new Draft(values, Map.of(), Optional.empty());
  }
}

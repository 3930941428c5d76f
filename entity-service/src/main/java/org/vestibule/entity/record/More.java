package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.vestibule.platform.json.Json;

/**
 * What a change does beside what was asked for.
 *
 * @param values at the root of the record; they win
 * @param flags of the event, beside those of the call
 */
public record More(ObjectNode values, Set<String> flags) {
  /** Nothing more. */
  public static More none() {
    return of(Json.object());
  }

  /** More values that nobody needs to know of. */
  public static More of(ObjectNode values) {
    return new More(values, Set.of());
  }
}

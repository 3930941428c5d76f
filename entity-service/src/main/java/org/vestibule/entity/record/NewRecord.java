package org.vestibule.entity.record;

import java.util.List;
import java.util.stream.Stream;
import org.vestibule.platform.event.Event;

/**
 * A new record with its ids and everything that is written for it.
 *
 * @param hasNeighbours whether it has a plural with several elements
 */
record NewRecord(RecordRow row, List<UniqueRow> unique, Event event, boolean hasNeighbours) {
  Stream<UniqueValueRepository.Claim> claims() {
    return unique.stream().map(it -> new UniqueValueRepository.Claim(row.id(), it));
  }
}

package org.vestibule.entity.transfer;

import java.util.HashSet;
import java.util.Set;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.record.ImportedRecord;

/** The ids that the records of a batch bring, each of which may be there once. */
final class BatchIds {
  private final Set<Long> records = new HashSet<>();
  private final Set<Long> elements = new HashSet<>();

  /** Refuses a record that brings an id of one before it; what it has else stays free then. */
  void add(ImportedRecord record) {
    record.elementIds().forEach(this::requireFree);
    record
        .id()
        .ifPresent(
            id -> {
              if (!records.add(id)) {
                throw Violations.duplicate("/id");
              }
            });
    elements.addAll(record.elementIds().keySet());
  }

  private void requireFree(long id, String path) {
    if (elements.contains(id)) {
      throw Violations.duplicate(path);
    }
  }
}

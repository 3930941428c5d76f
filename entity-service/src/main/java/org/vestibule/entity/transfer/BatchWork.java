package org.vestibule.entity.transfer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.entity.record.Subjects;
import org.vestibule.entity.type.EntityType;

/**
 * A batch whose lines are checked one by one.
 *
 * @param events makes the events of its records, where they are wanted
 */
record BatchWork(
    EntityType type,
    UUID run,
    ImportBatch batch,
    List<ImportLine> lines,
    Optional<Subjects.Maker> events) {}

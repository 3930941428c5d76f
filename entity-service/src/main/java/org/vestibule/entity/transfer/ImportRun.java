package org.vestibule.entity.transfer;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A file that is, or was, imported. */
public record ImportRun(
    UUID id,
    String file,
    ImportOptions options,
    boolean isFinished,
    Instant startedAt,
    Optional<Instant> finishedAt) {}

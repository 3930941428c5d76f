package org.vestibule.entity.record;

import java.util.Optional;
import org.vestibule.platform.capture.problem.CaptureProblem;

/** What became of one record of a bulk call: its names, or why it was refused. */
public record BulkOutcome(Optional<RecordKey> stored, Optional<CaptureProblem> refusal) {}

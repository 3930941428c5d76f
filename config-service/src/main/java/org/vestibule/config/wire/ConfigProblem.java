package org.vestibule.config.wire;

import org.vestibule.platform.problem.Problem;

/** A refusal of the configuration family; {@code member} names a wrong body member, or is null. */
public record ConfigProblem(ConfigError error, String member) implements Problem {}

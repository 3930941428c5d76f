package org.vestibule.config.wire;

import org.vestibule.platform.problem.Problem;

/**
 * A refusal of the configuration family whose text repeats something of the request; {@code member}
 * names a wrong body member, or is null.
 */
public record ConfigRefusal(ConfigError error, String member, String text) implements Problem {}

package org.vestibule.config.wire;

import com.fasterxml.jackson.databind.JsonNode;
import org.vestibule.platform.problem.Problem;

/** A refusal of the configuration family whose {@code errors} is made for the one request. */
public record ConfigRefusal(int status, JsonNode errors) implements Problem {}

package org.vestibule.config.wire;

import com.fasterxml.jackson.databind.JsonNode;
import org.vestibule.platform.problem.Problem;

/** A refusal of a change of a flow, whose {@code errors} is made for the one request. */
public record FlowRefusal(int status, JsonNode errors) implements Problem {}

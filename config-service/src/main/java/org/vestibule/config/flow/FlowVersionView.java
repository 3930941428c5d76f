package org.vestibule.config.flow;

import com.fasterxml.jackson.databind.JsonNode;

/** One whole version of a flow as the other services see it. */
public record FlowVersionView(String name, String version, JsonNode document) {}

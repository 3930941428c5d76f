package org.vestibule.platform.capture.directory;

import com.fasterxml.jackson.databind.JsonNode;

/** One version of a flow; the document is that of configuration.md 14. */
public record FlowView(String name, String version, JsonNode document) {}

package org.vestibule.webhook.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads the value of one keyword of a schema; some look at their neighbours too. */
@FunctionalInterface
interface Keyword {
  Rule read(JsonNode value, ObjectNode schema, SchemaReader reader);
}

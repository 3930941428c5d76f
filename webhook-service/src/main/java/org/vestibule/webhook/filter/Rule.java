package org.vestibule.webhook.filter;

import com.fasterxml.jackson.databind.JsonNode;

/** One condition on a value. */
@FunctionalInterface
interface Rule {
  boolean test(JsonNode value, Effort effort);
}

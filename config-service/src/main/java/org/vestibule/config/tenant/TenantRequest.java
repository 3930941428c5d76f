package org.vestibule.config.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** What an operator asks for: a customer by name or id, an application, its hosts, its settings. */
record TenantRequest(
    String customer, String application, List<String> domains, Map<String, JsonNode> settings) {}

package org.vestibule.config.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The settings that every new application has; what the operator gives wins. */
final class InitialSettings {
  private InitialSettings() {}

  static Map<String, JsonNode> of(TenantRequest request) {
    Map<String, JsonNode> settings = new LinkedHashMap<>();
    settings.put("default_flow_name", TextNode.valueOf("standard"));
    settings.put("default_flow_version", TextNode.valueOf("HEAD"));
    settings.put("site_name", TextNode.valueOf(request.application()));
    settings.put("user_entity_type", TextNode.valueOf(TenantReply.ENTITY_TYPE));
    settings.putAll(request.settings());
    return settings;
  }
}

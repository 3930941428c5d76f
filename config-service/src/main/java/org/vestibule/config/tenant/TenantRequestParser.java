package org.vestibule.config.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.vestibule.config.application.HostName;
import org.vestibule.config.setting.SettingRules;
import org.vestibule.platform.problem.InternalProblem;

/** Reads and limits the body of {@code POST /internal/tenants}. */
final class TenantRequestParser {
  private static final int MAX_NAME = 255;
  private static final int MAX_DOMAINS = 50;
  private static final int MAX_SETTINGS = 500;

  private TenantRequestParser() {}

  static TenantRequest parse(JsonNode body) {
    return new TenantRequest(
        name(body, "customer"), name(body, "application"), domains(body), settings(body));
  }

  private static String name(JsonNode body, String member) {
    JsonNode value = body.path(member);
    String text = value.isTextual() ? value.textValue().strip() : "";
    require(!text.isEmpty(), "'" + member + "' is missing.");
    require(
        text.length() <= MAX_NAME && text.chars().noneMatch(Character::isISOControl),
        "'" + member + "' must have at most " + MAX_NAME + " printable characters.");
    return text;
  }

  private static List<String> domains(JsonNode body) {
    JsonNode hosts = body.path("domains");
    require(hosts.isArray() && !hosts.isEmpty(), "'domains' must name at least one host.");
    require(hosts.size() <= MAX_DOMAINS, "'domains' may name at most " + MAX_DOMAINS + " hosts.");
    return StreamSupport.stream(hosts.spliterator(), false)
        .map(TenantRequestParser::host)
        .distinct()
        .toList();
  }

  private static String host(JsonNode value) {
    return HostName.parse(value.textValue())
        .orElseThrow(
            () -> refusal(value.asText() + " is not a host name (give it without port and path)."));
  }

  private static Map<String, JsonNode> settings(JsonNode body) {
    JsonNode given = body.path("settings");
    require(
        given.isMissingNode() || given.isNull() || given.isObject(),
        "'settings' must be an object.");
    require(given.size() <= MAX_SETTINGS, "More than " + MAX_SETTINGS + " settings.");
    Map<String, JsonNode> settings = new LinkedHashMap<>();
    given.fields().forEachRemaining(it -> settings.put(it.getKey(), it.getValue()));
    settings.forEach(TenantRequestParser::requireSetting);
    return settings;
  }

  private static void requireSetting(String name, JsonNode value) {
    SettingRules.refusal(name, value)
        .ifPresent(
            text -> {
              throw refusal(text);
            });
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw refusal(otherwise);
    }
  }

  private static RuntimeException refusal(String text) {
    return InternalProblem.badRequest(text);
  }
}

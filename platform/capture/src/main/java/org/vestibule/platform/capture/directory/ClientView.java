package org.vestibule.platform.capture.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.platform.capture.caller.ClientFeature;
import org.vestibule.platform.net.CidrList;

/** An API client as config-service tells it: features by wire name, secrets sealed. */
public record ClientView(
    String id,
    String applicationId,
    UUID customerId,
    String name,
    List<String> features,
    List<String> ipWhitelist,
    List<Secret> secrets,
    Map<String, JsonNode> settings,
    Map<String, JsonNode> applicationSettings) {

  /**
   * One of at most two secrets: sealed with table {@code api_client_secret}, column {@code secret}
   * and {@code rowId}; {@code sha256} in hex; {@code expiresAt} null for the current one.
   */
  public record Secret(String rowId, String sealed, String sha256, Instant expiresAt) {
    /** Whether the secret still works. */
    public boolean isLive(Instant now) {
      return expiresAt == null || now.isBefore(expiresAt);
    }
  }

  /** Whether the client has the feature. */
  public boolean has(ClientFeature feature) {
    return features.contains(feature.wireName());
  }

  /** Whether the client may call from this address; {@code 0.0.0.0/0} means any. */
  public boolean admits(String address) {
    return ipWhitelist == null
        || ipWhitelist.isEmpty()
        || ipWhitelist.contains("0.0.0.0/0")
        || CidrList.of(ipWhitelist).contains(address);
  }

  /** The effective value of a setting: the client's, else the application's. */
  public Optional<String> setting(String name) {
    return text(settings, name).or(() -> text(applicationSettings, name));
  }

  /** The effective integer value of a setting; a text that is no number counts as absent. */
  public int intSetting(String name, int byDefault) {
    try {
      return setting(name).map(String::trim).map(Integer::valueOf).orElse(byDefault);
    } catch (NumberFormatException notANumber) {
      return byDefault;
    }
  }

  /** The effective boolean value of a setting. */
  public boolean booleanSetting(String name, boolean byDefault) {
    return setting(name).map(it -> it.trim().equalsIgnoreCase("true")).orElse(byDefault);
  }

  private static Optional<String> text(Map<String, JsonNode> values, String name) {
    return Optional.ofNullable(values == null ? null : values.get(name))
        .filter(value -> !value.isNull())
        .map(JsonNode::asText);
  }
}

package org.vestibule.config.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A client as the other services see it; its secrets are sealed. */
public record ClientView(
    String id,
    String applicationId,
    UUID customerId,
    String name,
    List<String> features,
    List<String> ipWhitelist,
    List<Secret> secrets,
    ObjectNode settings,
    ObjectNode applicationSettings) {

  /** One live secret; {@code expiresAt} is null for the current one. */
  public record Secret(UUID rowId, String sealed, String sha256, Instant expiresAt) {}
}

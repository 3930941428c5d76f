package org.vestibule.config.client;

import java.util.List;

/** Which features may call a group of operations, and whether the allow list counts there. */
public enum Permission {
  /** Clients and settings (configuration.md 0.2). */
  ADMINISTRATION(true, ClientFeatures.OWNER),
  /** Flows and their parts. */
  FLOWS(false, ClientFeatures.OWNER, ClientFeatures.DIRECT_ACCESS),
  /** Names of entity types, for every kind of client. */
  ENTITY_TYPES(true, ClientFeatures.INITIAL.toArray(String[]::new)),
  /** Reading of schemas and field types (configuration.md 15). */
  SCHEMAS(false, ClientFeatures.OWNER, ClientFeatures.DIRECT_ACCESS),
  /** What a flow serves: its entity types and its stored profile data. */
  FLOW_SETTINGS(false, ClientFeatures.OWNER);

  private final boolean honoursAllowList;
  private final List<String> features;

  Permission(boolean honoursAllowList, String... features) {
    this.honoursAllowList = honoursAllowList;
    this.features = List.of(features);
  }

  boolean admits(ApiClient client, String address) {
    return features.stream().anyMatch(List.of(client.features)::contains)
        && (!honoursAllowList || AllowList.admits(List.of(client.ipWhitelist), address));
  }

  static boolean admitsOwnerOrSelf(ApiClient client, String clientId, String address) {
    return ADMINISTRATION.admits(client, address)
        || client.id.equals(clientId) && AllowList.admits(List.of(client.ipWhitelist), address);
  }
}

package org.vestibule.config.client;

import java.util.List;
import org.vestibule.config.wire.ConfigError;

/** What must hold before the clients of an application change. */
final class ClientChecks {
  private ClientChecks() {}

  /** An operator gives {@code metadata}; a client that has it may be written back as it is. */
  static void requireGrantable(List<String> held, ClientDraft wanted) {
    boolean isTaken =
        wanted.features().contains(ClientFeatures.METADATA)
            && !held.contains(ClientFeatures.METADATA);
    if (isTaken) {
      throw ConfigError.ofMember("features", "'metadata' cannot be assigned through this API.")
          .exception();
    }
  }

  static void requireAnotherOwner(List<ApiClient> all, ApiClient client) {
    boolean isLast =
        all.stream().filter(it -> !it.id.equals(client.id)).noneMatch(it -> it.draft().isOwner());
    if (isLast) {
      throw ConfigError.OWNER_NEEDED.problem().exception();
    }
  }

  static void requireDeletable(ApiClient client) {
    if (client.draft().isOwner()) {
      throw ConfigError.OWNER_FOREVER.problem().exception();
    }
  }

  static void requireFree(boolean isTaken, String name) {
    if (isTaken) {
      throw ConfigError.CLIENT_NAME_TAKEN.with(name).exception();
    }
  }

  static void requireRoom(boolean hasRoom) {
    if (!hasRoom) {
      throw ConfigError.CLIENTS_FULL.problem().exception();
    }
  }

  static void requireNone(String oidcClientId) {
    if (!oidcClientId.isEmpty()) {
      throw ConfigError.CLIENT_OF_OIDC.with(oidcClientId).exception();
    }
  }
}

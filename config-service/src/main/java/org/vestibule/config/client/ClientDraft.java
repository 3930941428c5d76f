package org.vestibule.config.client;

import java.util.List;

/** What administrators say of a client: name, features, and the networks it may call from. */
public record ClientDraft(String name, List<String> features, List<String> ipWhitelist) {
  /** Copies the lists; a list without networks means every address. */
  public ClientDraft {
    features = features.stream().distinct().toList();
    ipWhitelist =
        ipWhitelist.isEmpty()
            ? List.of(AllowList.ANYWHERE)
            : ipWhitelist.stream().distinct().toList();
  }

  static ClientDraft initial(String feature) {
    return new ClientDraft(feature, List.of(feature), List.of());
  }

  /** The same under another name. */
  public ClientDraft withName(String other) {
    return new ClientDraft(other, features, ipWhitelist);
  }

  /** The same with other features. */
  public ClientDraft withFeatures(List<String> others) {
    return new ClientDraft(name, others, ipWhitelist);
  }

  /** The same with other networks; none means every address. */
  public ClientDraft withIpWhitelist(List<String> others) {
    return new ClientDraft(name, features, others);
  }

  boolean isOwner() {
    return features.contains(ClientFeatures.OWNER);
  }

  /** The members in which another draft differs. */
  List<String> differences(ClientDraft other) {
    return java.util.stream.Stream.of(
            name.equals(other.name) ? null : "name",
            features.equals(other.features) ? null : "features",
            ipWhitelist.equals(other.ipWhitelist) ? null : "ipWhitelist")
        .filter(java.util.Objects::nonNull)
        .toList();
  }
}

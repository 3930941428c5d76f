package org.vestibule.config.published;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The public addresses of published settings (legacy-settings.md 3). */
final class PublishedFiles {
  private PublishedFiles() {}

  /** The files of publishes, those of the latest one of each client in front. */
  static List<String> of(String applicationId, List<PublishedVersion> versions) {
    Set<String> files = new LinkedHashSet<>();
    for (PublishedVersion version : versions) {
      String latest = "/widget_data/settings/" + applicationId + "/" + version.clientId();
      files.add(latest + ".json");
      files.add(latest + ".js");
      files.add(latest + "/" + version.version() + ".json");
    }
    return List.copyOf(files);
  }

  /** The files that go with a version, or with all; those of the latest stay while one is left. */
  static List<String> of(
      String applicationId, List<PublishedVersion> versions, Optional<UUID> only) {
    if (only.isEmpty() || versions.size() == 1) {
      return of(applicationId, versions);
    }
    return versions.stream()
        .filter(it -> it.version().equals(only.get()))
        .map(it -> List.of(it))
        .flatMap(it -> of(applicationId, it).stream().skip(2))
        .toList();
  }
}

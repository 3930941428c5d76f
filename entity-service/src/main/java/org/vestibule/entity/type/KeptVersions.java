package org.vestibule.entity.type;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.vestibule.platform.capture.directory.ApplicationView;
import org.vestibule.platform.capture.directory.ConfigDirectory;

/**
 * How many versions of each record of a type are kept, the current one included; the setting {@code
 * {entity_type}_keep_versions} of the application says it.
 */
@Singleton
public class KeptVersions {
  private static final String SETTING = "_keep_versions";
  private static final int MOST = 1_000;

  private final ConfigDirectory directory;

  /** Takes the settings of applications. */
  public KeptVersions(ConfigDirectory directory) {
    this.directory = directory;
  }

  /** The number for a type, 0 for none. */
  public Uni<Integer> of(EntityType type) {
    return directory.application(type.applicationId()).map(found -> of(type, found));
  }

  /** The same where the application is at hand. */
  public static int of(EntityType type, Optional<ApplicationView> application) {
    return application
        .flatMap(it -> it.setting(type.name() + SETTING))
        .map(KeptVersions::number)
        .orElse(0);
  }

  /** What is no number keeps nothing. */
  static int number(String text) {
    try {
      return Math.max(0, Math.min(MOST, Integer.parseInt(text.strip())));
    } catch (NumberFormatException notANumber) {
      return 0;
    }
  }
}

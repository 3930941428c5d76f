package org.vestibule.config.wire;

import io.quarkus.arc.All;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.vestibule.platform.http.AllowedMethods;

/** Provides the methods of this service's paths. */
class ConfigPaths {
  @Produces
  @Singleton
  AllowedMethods allowedMethods(@All List<ConfigApi> resources) {
    return new AllowedMethods(resources, "(/v1)?", "");
  }
}

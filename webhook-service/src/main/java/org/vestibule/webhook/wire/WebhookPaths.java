package org.vestibule.webhook.wire;

import io.quarkus.arc.All;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.vestibule.platform.http.AllowedMethods;

/** Provides the methods of this service's paths. */
class WebhookPaths {
  @Produces
  @Singleton
  AllowedMethods allowedMethods(@All List<WebhookApi> resources) {
    return new AllowedMethods(resources, "", "/?");
  }
}

package org.vestibule.platform.config;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The short name of this service as used in routes, roles and service tokens, e.g. {@code auth}.
 */
@Dependent
public class ServiceName {
  private final String value;

  /** Takes the name of the application without the ending {@code -service}. */
  @Inject
  public ServiceName(@ConfigProperty(name = "quarkus.application.name") String application) {
    this.value = application.replaceFirst("-service$", "");
  }

  /** The short name. */
  public String value() {
    return value;
  }
}

package org.vestibule.local.node;

import java.util.Arrays;
import java.util.Optional;

/** The five services and the heap that each gets in the local stack. */
public enum Service {
  AUTH("auth", 192),
  ENTITY("entity", 192),
  CONFIG("config", 192),
  HOSTEDLOGIN("hostedlogin", 192),
  WEBHOOK("webhook", 160);

  private final String shortName;
  private final int heapMegabytes;

  Service(String shortName, int heapMegabytes) {
    this.shortName = shortName;
    this.heapMegabytes = heapMegabytes;
  }

  /** The name in configuration keys, roles and tokens. */
  public String shortName() {
    return shortName;
  }

  /** The name of the module and of the program. */
  public String fullName() {
    return shortName + "-service";
  }

  int heapMegabytes() {
    return heapMegabytes;
  }

  /** The service of a name in either form. */
  public static Optional<Service> named(String name) {
    return Arrays.stream(values())
        .filter(service -> service.shortName.equals(name) || service.fullName().equals(name))
        .findFirst();
  }
}

package org.vestibule.config.client;

import java.util.List;

/** Names of the features that operators' clients get (configuration.md 1.0). */
public final class ClientFeatures {
  /** Full administration of the application. */
  public static final String OWNER = "owner";

  /** Reads and writes every record; flow operations. */
  public static final String DIRECT_ACCESS = "direct_access";

  /** The features of the clients that a new application starts with, one client each. */
  public static final List<String> INITIAL =
      List.of(OWNER, DIRECT_ACCESS, "direct_read_access", "access_issuer", "login_client");

  private ClientFeatures() {}
}

package org.vestibule.config.client;

import java.util.List;

/** Names of the features that operators' clients get (configuration.md 1.0). */
public final class ClientFeatures {
  /** Full administration of the application. */
  public static final String OWNER = "owner";

  /** Reads and writes every record; flow operations. */
  public static final String DIRECT_ACCESS = "direct_access";

  /** Sign-in and registration; never beside another feature. */
  public static final String LOGIN_CLIENT = "login_client";

  /** Record updates leave {@code lastUpdated} alone; given by the operator only. */
  public static final String METADATA = "metadata";

  /** The features of the clients that a new application starts with, one client each. */
  public static final List<String> INITIAL =
      List.of(OWNER, DIRECT_ACCESS, "direct_read_access", "access_issuer", LOGIN_CLIENT);

  private ClientFeatures() {}
}

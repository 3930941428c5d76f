package org.vestibule.platform.capture.caller;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an API client may do (authentication.md 3, configuration.md 1.0). */
public enum ClientFeature {
  /** Full administration of the application. */
  OWNER,
  /** Issues access tokens and codes for every client. */
  ACCESS_ISSUER,
  /** Reads and writes every record, manages flows. */
  DIRECT_ACCESS,
  /** Reads every record. */
  DIRECT_READ_ACCESS,
  /** Sign-in and registration of the current user. */
  LOGIN_CLIENT,
  /** Record updates leave {@code lastUpdated} alone; given by the operator only. */
  METADATA,
  /** Historic; accepted and stored, without behaviour. */
  IMAGE_CREATE;

  private static final Map<String, ClientFeature> BY_WIRE_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(ClientFeature::wireName, Function.identity()));

  private final String wireName = name().toLowerCase(Locale.ROOT);

  /** The name on the wire. */
  public String wireName() {
    return wireName;
  }

  /** The feature of that wire name. */
  public static Optional<ClientFeature> of(String wireName) {
    return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
  }
}

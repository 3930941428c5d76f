package org.vestibule.config.wire;

/** The one table of statuses and texts of {@code /config} (configuration.md 0.5). */
public enum ConfigError {
  UNAUTHENTICATED(401, "Authentication required."),
  FORBIDDEN(403, "Authentication required."),
  CLIENT_NOT_FOUND(404, "Client not found."),
  CLIENT_NAME_TAKEN(409, "A client named '%s' already exists."),
  CLIENT_OF_OIDC(409, "The client belongs to the OpenID Connect client '%s', with which it goes."),
  CLIENTS_FULL(409, "An application has at most 500 clients."),
  OWNER_FOREVER(403, "A client with the owner feature cannot be deleted."),
  OWNER_NEEDED(403, "An owner cannot remove its own owner feature."),
  MISSING_ARGUMENT(400, "Missing payload argument '%s'."),
  INVALID_MEMBER(400, "%s"),
  SETTINGS_FULL(400, "There may be at most 500 settings."),
  OIDC_CLIENT_FIXED(403, "janrainOidcClientId is read-only."),
  ENTITY_TYPE_NOT_FOUND(404, "Entity type not found."),
  ATTRIBUTE_NOT_FOUND(404, "Attribute not found."),
  ATTRIBUTE_EXISTS(409, "/%s already exists in %s"),
  FIELD_TYPE_NOT_FOUND(404, "Field type not found."),
  HOURS_TO_LIVE(400, "Must be an integer between 0 and 168."),
  MALFORMED_BODY(400, "The request body is not a JSON object."),
  UNKNOWN_ROUTE(404, "Not found."),
  METHOD_NOT_ALLOWED(405, "Method not allowed."),
  NOT_JSON(415, "Content-Type must be application/json."),
  UNAVAILABLE(503, "Service unavailable."),
  UNEXPECTED(500, "Internal Server Error.");

  private static final int LONGEST = 1_000;

  private final int status;
  private final String text;

  ConfigError(int status, String text) {
    this.status = status;
    this.text = text;
  }

  /** HTTP status of the answer. */
  public int status() {
    return status;
  }

  /** What the member {@code errors} says. */
  public String text() {
    return text;
  }

  /** The problem whose {@code errors} is the plain text. */
  public ConfigProblem problem() {
    return new ConfigProblem(this, null);
  }

  /** The problem whose {@code errors} is the text with its gaps filled. */
  public ConfigRefusal with(Object... values) {
    return new ConfigRefusal(this, null, cut(text.formatted(values)));
  }

  /** The problem whose {@code errors} is an object that names the wrong member of the body. */
  public ConfigProblem of(String member) {
    return new ConfigProblem(this, member);
  }

  /** The problem that names the wrong member of the body, in words of its own. */
  public static ConfigRefusal ofMember(String member, String text) {
    return new ConfigRefusal(INVALID_MEMBER, cut(member), cut(text));
  }

  /** Names that callers give are repeated, but not at any length. */
  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}

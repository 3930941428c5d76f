package org.vestibule.config.wire;

/** The one table of statuses and texts of {@code /config} (configuration.md 0.5). */
public enum ConfigError {
  UNAUTHENTICATED(401, "Authentication required."),
  FORBIDDEN(403, "Authentication required."),
  CLIENT_NOT_FOUND(404, "Client not found."),
  FLOW_NOT_FOUND(404, "Flow not found."),
  HOURS_TO_LIVE(400, "Must be an integer between 0 and 168."),
  MALFORMED_BODY(400, "The request body is not a JSON object."),
  UNKNOWN_ROUTE(404, "Not found."),
  METHOD_NOT_ALLOWED(405, "Method not allowed."),
  NOT_JSON(415, "Content-Type must be application/json."),
  UNAVAILABLE(503, "Service unavailable."),
  UNEXPECTED(500, "Internal Server Error.");

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

  /** The problem whose {@code errors} is an object that names the wrong member of the body. */
  public ConfigProblem of(String member) {
    return new ConfigProblem(this, member);
  }
}

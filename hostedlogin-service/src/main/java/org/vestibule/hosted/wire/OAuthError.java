package org.vestibule.hosted.wire;

/**
 * The values of {@code error} at the token endpoint with their HTTP status (hosted-login.md 2.5).
 */
public enum OAuthError {
  invalid_request(400),
  invalid_client(401),
  unauthorized_client(400),
  unsupported_grant_type(400),
  invalid_scope(400),
  invalid_target(400),
  temporarily_unavailable(503),
  server_error(500);

  private final int status;

  OAuthError(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }

  /** This error as a problem. */
  public OAuthProblem because(String description) {
    return new OAuthProblem(this, description, false, null);
  }
}

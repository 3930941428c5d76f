package org.vestibule.hosted.token;

/** A token as its client receives it; it is stored as a hash only and shown this once. */
public record IssuedToken(String accessToken, int expiresIn, String scope) {
  @Override
  public String toString() {
    return "IssuedToken[***, " + expiresIn + ", " + scope + "]";
  }
}

package org.vestibule.auth.social;

import java.time.Instant;

/** A social token, shown this once, and when it ends if nobody uses it. */
public record IssuedSocialToken(String token, Instant expiresAt) {

  @Override
  public String toString() {
    return "IssuedSocialToken[***]";
  }
}

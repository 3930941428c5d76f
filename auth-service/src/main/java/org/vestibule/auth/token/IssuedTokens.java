package org.vestibule.auth.token;

import java.util.Optional;

/** The secrets that a client receives; they are stored as hashes only and shown this once. */
public record IssuedTokens(Optional<String> accessToken, Optional<String> authorizationCode) {

  @Override
  public String toString() {
    return "IssuedTokens[***]";
  }
}

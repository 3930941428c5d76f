package org.vestibule.auth.token;

import org.vestibule.platform.sql.Write;

/** Tokens that are worth something once they are written. */
public record Issue(IssuedTokens tokens, Write write) {
  /** The same, written by one statement together with something else. */
  public Issue and(Write more) {
    return new Issue(tokens, write.and(more));
  }

  @Override
  public String toString() {
    return "issue of tokens";
  }
}

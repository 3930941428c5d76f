package org.vestibule.hosted.token;

import io.smallrye.mutiny.Uni;

/**
 * One way to get a token. Every grant that the token endpoint serves has one bean of this type; the
 * discovery document names the same ones.
 */
public interface Grant {
  /** The value of {@code grant_type}. */
  String type();

  /** Issues to an authenticated client whose policy allows the grant. */
  Uni<IssuedToken> issue(TokenClient client, TokenForm form);
}

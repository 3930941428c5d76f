package org.vestibule.platform.capture.caller;

import java.util.Optional;
import org.vestibule.platform.capture.directory.ClientView;
import org.vestibule.platform.capture.directory.TokenGrant;
import org.vestibule.platform.http.CallContext;

/**
 * Who calls: the API client, and the user's token when the call came with one; the context carries
 * the client's id to events.
 *
 * @param tokenSha256 in hex, beside a token
 */
public record Caller(
    ClientView client,
    Optional<TokenGrant> token,
    Optional<String> tokenSha256,
    CallContext context) {
  /** Whether the call is made with a user's token. */
  public boolean isToken() {
    return token.isPresent();
  }

  /** The application that the call is about. */
  public String applicationId() {
    return client.applicationId();
  }
}

package org.vestibule.auth.nativecall;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.auth.token.ResolvedToken;
import org.vestibule.auth.token.TokenService;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.crypto.Digests;

/** Finds out whose access token a native call brings. */
@Singleton
public class TokenHolder {
  private final TokenService tokens;

  TokenHolder(TokenService tokens) {
    this.tokens = tokens;
  }

  /** The call with a token that is alive and was issued to its client (413, 414). */
  public Uni<Held> require(NativeCall call) {
    byte[] hash = Digests.sha256(UserToken.of(call.request()).orElseThrow());
    return tokens.resolve(hash).map(found -> new Held(call, requireLive(call, found), hash));
  }

  private static ResolvedToken requireLive(NativeCall call, Optional<ResolvedToken> found) {
    ResolvedToken token =
        found
            .filter(it -> it.grantee().applicationId().equals(call.applicationId()))
            .filter(it -> it.grantee().clientId().equals(call.client().id()))
            .filter(it -> it.grantee().entityType().equals(call.entityType()))
            .orElseThrow(() -> CaptureProblem.noAccessGrant().exception());
    if (token.state() != ResolvedToken.State.ACTIVE) {
      throw CaptureProblem.accessTokenExpired().exception();
    }
    return token;
  }

  /**
   * A call with the user's token.
   *
   * @param hash SHA-256 of the token
   */
  public record Held(NativeCall call, ResolvedToken token, byte[] hash) {

    /** The record that the token belongs to. */
    public UUID record() {
      return token.grantee().recordUuid();
    }

    @Override
    public String toString() {
      return "Held[***]";
    }
  }
}

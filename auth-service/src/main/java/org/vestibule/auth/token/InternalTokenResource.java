package org.vestibule.auth.token;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.HexFormat;
import java.util.List;
import org.vestibule.auth.grant.Grantee;
import org.vestibule.platform.capture.directory.TokenGrant;
import org.vestibule.platform.problem.ApiFamily;
import org.vestibule.platform.problem.InternalProblem;

/** Tells other services what an access token stands for. */
@Path("/internal/tokens/resolve")
@ApiFamily("internal")
public class InternalTokenResource {
  private final TokenService tokens;

  InternalTokenResource(TokenService tokens) {
    this.tokens = tokens;
  }

  /** Finds a token by its SHA-256. */
  @POST
  public Uni<TokenGrant> resolve(Request request) {
    return tokens
        .resolve(request.hash())
        .map(found -> found.map(InternalTokenResource::view).orElseGet(TokenGrant::none));
  }

  private static TokenGrant view(ResolvedToken token) {
    Grantee grantee = token.grantee();
    return new TokenGrant(
        state(token.state()),
        "access",
        grantee.customerId(),
        grantee.applicationId(),
        grantee.clientId(),
        grantee.entityType(),
        grantee.recordUuid(),
        List.of(),
        token.expiresAt());
  }

  private static TokenGrant.State state(ResolvedToken.State state) {
    return switch (state) {
      case ACTIVE -> TokenGrant.State.active;
      case EXPIRED -> TokenGrant.State.expired;
      case REVOKED -> TokenGrant.State.revoked;
    };
  }

  /** The hash of a token in hex. */
  public record Request(String sha256) {

    byte[] hash() {
      try {
        return HexFormat.of().parseHex(sha256 == null ? "" : sha256);
      } catch (IllegalArgumentException notHex) {
        throw InternalProblem.badRequest("sha256 is not hex");
      }
    }
  }
}

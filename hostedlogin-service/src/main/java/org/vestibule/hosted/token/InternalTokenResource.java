package org.vestibule.hosted.token;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.HexFormat;
import org.vestibule.platform.problem.ApiFamily;
import org.vestibule.platform.problem.InternalProblem;
import org.vestibule.platform.problem.InternalProblemRenderer;
import org.vestibule.platform.scope.AdminGrant;

/** Tells other services what a token stands for. */
@Path("/internal/tokens/resolve")
@ApiFamily(InternalProblemRenderer.FAMILY)
@Produces(MediaType.APPLICATION_JSON)
public class InternalTokenResource {
  private final TokenService tokens;

  InternalTokenResource(TokenService tokens) {
    this.tokens = tokens;
  }

  /** Finds a token by its SHA-256. */
  @POST
  public Uni<AdminGrant> resolve(Request request) {
    return tokens.resolve(request.hash());
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

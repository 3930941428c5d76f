package org.vestibule.auth.creation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.platform.capture.directory.TokenGrant;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ApiFamily;
import org.vestibule.platform.problem.InternalProblem;

/** Tells entity-service what a creation token is good for, and uses it up. */
@Path("/internal/creation-tokens")
@ApiFamily("internal")
public class InternalCreationTokenResource {
  private final CreationTokenService service;
  private final Clock clock;

  InternalCreationTokenResource(CreationTokenService service, Clock clock) {
    this.service = service;
    this.clock = clock;
  }

  /** Finds a token by its SHA-256; one that is used up is unknown. */
  @POST
  @Path("resolve")
  public Uni<TokenGrant> resolve(Request request) {
    return service.find(request.hash()).map(this::view);
  }

  /** Claims a token for a record that is about to be committed. */
  @POST
  @Path("claim")
  public Uni<ObjectNode> claim(Request request, @Context RoutingContext routing) {
    return service
        .claim(request.claim(), CallContext.of(routing))
        .map(outcome -> Json.object().put("outcome", outcome.name()));
  }

  /** Says that the record was committed. */
  @POST
  @Path("confirm")
  public Uni<ObjectNode> confirm(Request request) {
    return service.confirm(request.claim()).replaceWith(Json::object);
  }

  private TokenGrant view(Optional<CreationTokenRow> found) {
    return found.map(this::view).orElseGet(TokenGrant::none);
  }

  private TokenGrant view(CreationTokenRow token) {
    boolean isExpired = token.isExpired(clock.instant());
    return new TokenGrant(
        isExpired ? TokenGrant.State.expired : TokenGrant.State.active,
        "creation",
        token.customerId(),
        token.applicationId(),
        token.clientId(),
        token.entityType(),
        null,
        List.of(),
        token.expiresAt());
  }

  /** A token by its SHA-256 in hex, and the record that it is used for. */
  public record Request(String applicationId, String sha256, UUID recordUuid) {

    /** Refuses a call that names no token. */
    public Request {
      if (sha256 == null || !sha256.matches("[0-9a-f]{64}")) {
        throw InternalProblem.badRequest("sha256 is needed");
      }
    }

    byte[] hash() {
      return HexFormat.of().parseHex(sha256);
    }

    CreationClaim claim() {
      if (applicationId == null || recordUuid == null) {
        throw InternalProblem.badRequest("applicationId and recordUuid are needed");
      }
      return new CreationClaim(applicationId, hash(), recordUuid);
    }
  }
}

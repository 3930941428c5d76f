package org.vestibule.auth.social;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.vestibule.platform.capture.directory.ConfigDirectory;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ApiFamily;
import org.vestibule.platform.problem.InternalProblem;

/** Ends a sign-in at a social provider: what it told becomes a token for the native calls. */
@Path("/internal/social/tokens")
@ApiFamily("internal")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class InternalSocialTokenResource {
  private final SocialTokenService tokens;
  private final ConfigDirectory directory;

  InternalSocialTokenResource(SocialTokenService tokens, ConfigDirectory directory) {
    this.tokens = tokens;
    this.directory = directory;
  }

  /** Issues a token. */
  @POST
  public Uni<String> issue(String body) {
    Request request = Request.of(Json.parse(body));
    return directory
        .application(request.applicationId())
        .map(found -> found.orElseThrow(InternalProblem::notFound))
        .chain(application -> tokens.issue(application.id(), request.profile()))
        .map(issued -> Json.write(json(issued)));
  }

  private static ObjectNode json(IssuedSocialToken issued) {
    return Json.object()
        .put("token", issued.token())
        .put("expiresAt", issued.expiresAt().toString());
  }

  /** What was told, and the application that it was told to. */
  private record Request(String applicationId, SocialProfile profile) {
    static Request of(JsonNode body) {
      String application = body.path("applicationId").textValue();
      SocialProfile profile =
          SocialProfile.of(body.get("profile"), body.get("accessCredentials"))
              .orElseThrow(() -> InternalProblem.badRequest("the profile cannot be used"));
      if (application == null) {
        throw InternalProblem.badRequest("applicationId is needed");
      }
      return new Request(application, profile);
    }
  }
}

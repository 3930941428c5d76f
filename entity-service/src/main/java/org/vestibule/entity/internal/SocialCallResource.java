package org.vestibule.entity.internal;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Function;
import org.vestibule.entity.problem.Refusal;
import org.vestibule.entity.social.SocialLink;
import org.vestibule.entity.social.SocialLinkService;
import org.vestibule.entity.social.SocialOutcome;
import org.vestibule.entity.social.SocialSignIn;
import org.vestibule.entity.social.SocialSignInService;
import org.vestibule.entity.social.SocialUnlink;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ApiFamily;

/** What auth-service asks and does with social identities. */
@ApiFamily("internal")
@Path("/internal/applications/{applicationId}/types/{type}/social")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SocialCallResource {
  private final InternalTypes types;
  private final SocialSignInService signIns;
  private final SocialLinkService links;

  /** Takes the services behind the calls. */
  public SocialCallResource(
      InternalTypes types, SocialSignInService signIns, SocialLinkService links) {
    this.types = types;
    this.signIns = signIns;
    this.links = links;
  }

  /** Signs somebody in. */
  @POST
  @Path("sign-in")
  public Uni<String> signIn(
      @PathParam("applicationId") String applicationId,
      @PathParam("type") String type,
      @Context RoutingContext routing,
      String body) {
    SocialSignIn request = Json.read(body, SocialSignIn.class);
    return answer(applicationId, type, it -> signIns.signIn(it, request, CallContext.of(routing)));
  }

  /** Gives a record an identity. */
  @POST
  @Path("link")
  public Uni<String> link(
      @PathParam("applicationId") String applicationId,
      @PathParam("type") String type,
      @Context RoutingContext routing,
      String body) {
    SocialLink request = Json.read(body, SocialLink.class);
    return answer(applicationId, type, it -> links.link(it, request, CallContext.of(routing)));
  }

  /** Takes an identity from a record. */
  @POST
  @Path("unlink")
  public Uni<String> unlink(
      @PathParam("applicationId") String applicationId,
      @PathParam("type") String type,
      @Context RoutingContext routing,
      String body) {
    SocialUnlink request = Json.read(body, SocialUnlink.class);
    return answer(applicationId, type, it -> links.unlink(it, request, CallContext.of(routing)));
  }

  private Uni<String> answer(
      String applicationId, String type, Function<EntityType, Uni<? extends SocialOutcome>> work) {
    return types
        .require(applicationId, type)
        .chain(work)
        .map(SocialOutcome::json)
        .onFailure(Refusal::is)
        .recoverWithItem(Refusal::json)
        .map(Json::write);
  }
}

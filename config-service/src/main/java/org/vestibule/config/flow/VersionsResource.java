package org.vestibule.config.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.vestibule.config.client.Permission;
import org.vestibule.config.flow.document.WireDocument;
import org.vestibule.config.flow.wire.FlowReply;
import org.vestibule.config.wire.ConfigApi;
import org.vestibule.config.wire.ConfigProblemRenderer;
import org.vestibule.config.wire.ConfigReply;
import org.vestibule.platform.problem.ApiFamily;

/** {@code /config/{app}/flows/{flow}/versions}: what a flow was. */
@Path("/config/{app}/flows/{flow}/versions")
@ApiFamily(ConfigProblemRenderer.FAMILY)
public class VersionsResource implements ConfigApi {
  private final FlowCalls calls;
  private final FlowService flows;
  private final FlowCopyService copies;
  private final FlowReplies replies;

  VersionsResource(
      FlowCalls calls, FlowService flows, FlowCopyService copies, FlowReplies replies) {
    this.replies = replies;
    this.calls = calls;
    this.flows = flows;
    this.copies = copies;
  }

  /** CONF-18: all versions of a flow. */
  @GET
  public Uni<Response> getVersions(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "getVersions");
    return calls
        .caller(call, Permission.FLOWS)
        .call(caller -> flows.require(caller.applicationId(), flow))
        .chain(caller -> flows.versions(caller.applicationId(), flow))
        .map(versions -> ConfigReply.ok(FlowOverview.versions(versions)));
  }

  /** CONF-19: the whole document of a version. */
  @GET
  @Path("/{version}")
  public Uni<Response> getVersion(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("version") String version,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "getVersion");
    return calls
        .caller(call, Permission.FLOWS)
        .call(caller -> flows.require(caller.applicationId(), flow))
        .chain(caller -> flows.requireVersion(caller.applicationId(), flow, version))
        .chain(head -> replies.of(head, VersionsResource::whole));
  }

  /** CONF-23: a new version with the content of an old one. */
  @POST
  @Path("/{version}")
  public Uni<Response> restoreVersion(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("version") String version,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "restoreVersion");
    return calls
        .caller(call, Permission.FLOWS)
        .call(caller -> flows.require(caller.applicationId(), flow))
        .chain(caller -> copies.restore(caller, call, version))
        .map(VersionsResource::restored);
  }

  private static Response whole(FlowHead head) {
    return ConfigReply.ok(WireDocument.of(head.name(), head.version(), head.document()));
  }

  private static Response restored(FlowHead head) {
    return FlowReply.created(head.path("/versions/" + head.version()), FlowOverview.identity(head));
  }
}

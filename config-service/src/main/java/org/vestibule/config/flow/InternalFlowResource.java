package org.vestibule.config.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.vestibule.config.flow.document.WireDocument;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ApiFamily;
import org.vestibule.platform.problem.InternalProblem;
import org.vestibule.platform.problem.InternalProblemRenderer;

/** Flow documents for the directories of the other services. */
@Path("/internal/applications/{applicationId}/flows/{flow}/versions/{version}")
@Produces(MediaType.APPLICATION_JSON)
@ApiFamily(InternalProblemRenderer.FAMILY)
public class InternalFlowResource {
  private final FlowService flows;
  private final FlowReplies replies;

  InternalFlowResource(FlowService flows, FlowReplies replies) {
    this.flows = flows;
    this.replies = replies;
  }

  /** One version by id or {@code HEAD}. */
  @GET
  public Uni<Response> version(
      @PathParam("applicationId") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("version") String version) {
    return flows
        .findHead(applicationId, flow, version)
        .map(it -> it.orElseThrow(InternalProblem::notFound))
        .chain(head -> replies.of(head, InternalFlowResource::whole));
  }

  private static Response whole(FlowHead head) {
    JsonNode document = WireDocument.of(head.name(), head.version(), head.document());
    return Response.ok(Json.bytes(new FlowVersionView(head.name(), head.version(), document)))
        .build();
  }
}

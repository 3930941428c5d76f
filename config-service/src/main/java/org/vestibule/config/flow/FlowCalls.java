package org.vestibule.config.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.vestibule.config.client.Caller;
import org.vestibule.config.client.Callers;
import org.vestibule.config.client.Permission;
import org.vestibule.config.flow.wire.FlowReply;
import org.vestibule.config.wire.ConfigReply;
import org.vestibule.platform.http.EdgeRequest;

/**
 * The one shape of all operations on parts of flows: who calls, what becomes of the flow, reply.
 */
@Singleton
public class FlowCalls {
  private final Callers callers;
  private final FlowService flows;
  private final FlowChangeService changes;
  private final FlowSchemas schemas;
  private final FlowReplies replies;

  FlowCalls(
      Callers callers,
      FlowService flows,
      FlowChangeService changes,
      FlowSchemas schemas,
      FlowReplies replies) {
    this.replies = replies;
    this.callers = callers;
    this.flows = flows;
    this.changes = changes;
    this.schemas = schemas;
  }

  /** The call of an operation that a request asks for. */
  public static FlowCall call(
      RoutingContext routing, String applicationId, String flow, String operation) {
    return new FlowCall(EdgeRequest.of(routing), applicationId, flow, operation);
  }

  /** The caller of an operation on flows. */
  Uni<Caller> caller(FlowCall call, Permission permission) {
    return callers.require(call.request(), call.applicationId(), permission);
  }

  /** Answers with a view of the newest version. */
  public Uni<Response> read(FlowCall call, Function<FlowHead, JsonNode> view) {
    return answer(call, view.andThen(ConfigReply::ok));
  }

  /** Answers with what the newest version makes. */
  public Uni<Response> answer(FlowCall call, Function<FlowHead, Response> view) {
    return caller(call, Permission.FLOWS)
        .chain(caller -> flows.require(caller.applicationId(), call.flow()))
        .chain(head -> replies.of(head, view));
  }

  /** Changes a flow and answers HTTP 204. */
  public Uni<Response> change(FlowCall call, FlowEdit edit) {
    return changed(call, edit).map(done -> FlowReply.changed());
  }

  /** Changes a flow by the schemas that it serves and answers HTTP 204. */
  public Uni<Response> changeKnowing(FlowCall call, Function<Schemas, FlowEdit> edit) {
    return changedKnowing(call, edit).map(done -> FlowReply.changed());
  }

  /** Adds a part below a path such as {@code /screens} and answers with it. */
  public Uni<Response> create(
      FlowCall call, String below, FlowEdit edit, BiFunction<FlowHead, String, JsonNode> view) {
    return changed(call, edit).map(done -> created(done, below, view));
  }

  /** Adds a part by the schemas that the flow serves and answers with it. */
  public Uni<Response> createKnowing(
      FlowCall call,
      String below,
      Function<Schemas, FlowEdit> edit,
      BiFunction<FlowHead, String, JsonNode> view) {
    return changedKnowing(call, edit).map(done -> created(done, below, view));
  }

  /** Changes a flow. */
  public Uni<Changed> changed(FlowCall call, FlowEdit edit) {
    return caller(call, Permission.FLOWS).chain(caller -> changes.change(caller, call, edit));
  }

  private Uni<Changed> changedKnowing(FlowCall call, Function<Schemas, FlowEdit> edit) {
    return caller(call, Permission.FLOWS)
        .chain(
            caller ->
                schemasOf(caller, call).chain(it -> changes.change(caller, call, edit.apply(it))));
  }

  private Uni<Schemas> schemasOf(Caller caller, FlowCall call) {
    return flows
        .require(caller.applicationId(), call.flow())
        .chain(head -> schemas.of(caller.applicationId(), head.document()));
  }

  private static Response created(
      Changed done, String below, BiFunction<FlowHead, String, JsonNode> view) {
    return FlowReply.created(
        done.head().path(below + "/" + done.object()), view.apply(done.head(), done.object()));
  }
}

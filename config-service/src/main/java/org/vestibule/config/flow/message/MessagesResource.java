package org.vestibule.config.flow.message;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.vestibule.config.flow.FlowCall;
import org.vestibule.config.flow.FlowCalls;
import org.vestibule.config.flow.document.LocalizedName;
import org.vestibule.config.flow.shipped.ShippedFlows;
import org.vestibule.config.wire.ConfigApi;
import org.vestibule.config.wire.ConfigProblemRenderer;
import org.vestibule.platform.problem.ApiFamily;

/** {@code .../locales/{locale}/2faMessages}: the messages of the second factor in one locale. */
@Path("/config/{app}/flows/{flow}/locales/{locale}/2faMessages")
@ApiFamily(ConfigProblemRenderer.FAMILY)
public class MessagesResource implements ConfigApi {
  private final FlowCalls calls;
  private final ShippedFlows shipped;

  MessagesResource(FlowCalls calls, ShippedFlows shipped) {
    this.calls = calls;
    this.shipped = shipped;
  }

  /** CONF-49: the names of all messages. */
  @GET
  public Uni<Response> getMessages(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("locale") String locale,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "getMessages");
    return calls.read(call, head -> Messages.list(head, locale));
  }

  /** CONF-50: a message. */
  @GET
  @Path("/{messageId}")
  public Uni<Response> getMessage(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("locale") String locale,
      @PathParam("messageId") String message,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "getMessage");
    return calls.read(call, head -> Messages.one(head, new LocalizedName(locale, message)));
  }

  /** CONF-51: adds the messages that the locale lacks. */
  @POST
  public Uni<Response> addMessages(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("locale") String locale,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "addMessages");
    return calls.change(call, Messages.addDefaults(locale, shipped::messages));
  }

  /** CONF-52: other texts of a message. */
  @PUT
  @Path("/{messageId}")
  public Uni<Response> updateMessage(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("locale") String locale,
      @PathParam("messageId") String message,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "updateMessage");
    return calls.change(call, Messages.replace(call.request(), new LocalizedName(locale, message)));
  }
}

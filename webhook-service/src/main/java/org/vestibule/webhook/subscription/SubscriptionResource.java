package org.vestibule.webhook.subscription;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.problem.ApiFamily;
import org.vestibule.webhook.administration.Administrator;
import org.vestibule.webhook.administration.Administrators;
import org.vestibule.webhook.wire.AnswerLimit;
import org.vestibule.webhook.wire.JsonBody;
import org.vestibule.webhook.wire.WebhookApi;
import org.vestibule.webhook.wire.WebhookProblemRenderer;
import org.vestibule.webhook.wire.WebhookReply;
import org.vestibule.webhook.wire.WireId;

/** {@code /{customerId}/webhooks/subscriptions}. */
@Path("/{customerId}/webhooks/subscriptions")
@ApiFamily(WebhookProblemRenderer.FAMILY)
public class SubscriptionResource implements WebhookApi {
  private static final String PATH = "webhooks/subscriptions";
  private static final String JSON = "application/json";
  private static final String MERGE_PATCH = "application/merge-patch+json";

  private final Administrators administrators;
  private final SubscriptionService subscriptions;
  private final AnswerLimit limit;

  SubscriptionResource(
      Administrators administrators, SubscriptionService subscriptions, AnswerLimit limit) {
    this.administrators = administrators;
    this.subscriptions = subscriptions;
    this.limit = limit;
  }

  /** HOOK-01: all subscriptions, or one page of them. */
  @GET
  public Uni<Response> listSubscriptions(
      @PathParam("customerId") String customerId,
      @QueryParam("page") String page,
      @Context RoutingContext routing) {
    return limit.on(
        caller(customerId, PATH, EdgeRequest.of(routing))
            .chain(by -> subscriptions.list(by, page))
            .map(it -> WebhookReply.ok(it.document())));
  }

  /** HOOK-04: a new subscription. */
  @POST
  public Uni<Response> createSubscription(
      @PathParam("customerId") String customerId, @Context RoutingContext routing) {
    EdgeRequest request = EdgeRequest.of(routing);
    return limit.on(
        caller(customerId, PATH, request)
            .chain(by -> subscriptions.create(by, JsonBody.of(request, JSON)))
            .map(
                it ->
                    WebhookReply.created(
                        SubscriptionDocument.self(it), SubscriptionDocument.of(it))));
  }

  /** HOOK-02: one subscription. */
  @GET
  @Path("/{subscriptionId}")
  public Uni<Response> getSubscription(
      @PathParam("customerId") String customerId,
      @PathParam("subscriptionId") String id,
      @Context RoutingContext routing) {
    return limit.on(
        caller(customerId, PATH + "/" + id, EdgeRequest.of(routing))
            .chain(by -> subscriptions.get(by, WireId.parse(id)))
            .map(it -> WebhookReply.ok(SubscriptionDocument.of(it))));
  }

  /** HOOK-03: the supplied members change. */
  @PATCH
  @Path("/{subscriptionId}")
  public Uni<Response> modifySubscription(
      @PathParam("customerId") String customerId,
      @PathParam("subscriptionId") String id,
      @Context RoutingContext routing) {
    EdgeRequest request = EdgeRequest.of(routing);
    return limit.on(
        caller(customerId, PATH + "/" + id, request)
            .chain(
                by -> subscriptions.patch(by, WireId.parse(id), JsonBody.of(request, MERGE_PATCH)))
            .map(it -> WebhookReply.ok(SubscriptionDocument.of(it))));
  }

  /** HOOK-05: the subscription and all that belongs to it goes. */
  @DELETE
  @Path("/{subscriptionId}")
  public Uni<Response> deleteSubscription(
      @PathParam("customerId") String customerId,
      @PathParam("subscriptionId") String id,
      @Context RoutingContext routing) {
    return limit.on(
        caller(customerId, PATH + "/" + id, EdgeRequest.of(routing))
            .chain(by -> subscriptions.delete(by, WireId.parse(id)))
            .map(done -> WebhookReply.empty()));
  }

  private Uni<Administrator> caller(String customerId, String path, EdgeRequest request) {
    return administrators.require(request, WireId.parse(customerId), path);
  }
}

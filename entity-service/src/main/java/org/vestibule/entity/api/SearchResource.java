package org.vestibule.entity.api;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.vestibule.platform.capture.problem.CaptureProblemRenderer;
import org.vestibule.platform.problem.ApiFamily;

/** The operations that search records. */
@ApiFamily(CaptureProblemRenderer.FAMILY)
@Path("/")
public class SearchResource {
  private final Searches searches;
  private final AttributeValues values;

  /** Takes the operations. */
  public SearchResource(Searches searches, AttributeValues values) {
    this.searches = searches;
    this.values = values;
  }

  /** A page of the records that fit a filter. */
  @POST
  @Path("entity.find")
  public Uni<Response> entityFind(@Context RoutingContext routing) {
    return searches.find(routing);
  }

  /** The same for clients that read with GET. */
  @GET
  @Path("entity.find")
  public Uni<Response> entityFindByGet(@Context RoutingContext routing) {
    return searches.find(routing);
  }

  /** The number of records that fit a filter. */
  @POST
  @Path("entity.count")
  public Uni<Response> entityCount(@Context RoutingContext routing) {
    return searches.count(routing);
  }

  /** The same for clients that read with GET. */
  @GET
  @Path("entity.count")
  public Uni<Response> entityCountByGet(@Context RoutingContext routing) {
    return searches.count(routing);
  }

  /** The values of an attribute across records. */
  @POST
  @Path("entity.attributeValues")
  public Uni<Response> entityAttributeValues(@Context RoutingContext routing) {
    return values.values(routing);
  }

  /** The same for clients that read with GET. */
  @GET
  @Path("entity.attributeValues")
  public Uni<Response> entityAttributeValuesByGet(@Context RoutingContext routing) {
    return values.values(routing);
  }
}

package org.vestibule.config.legacy;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.vestibule.platform.capture.problem.CaptureProblemRenderer;
import org.vestibule.platform.problem.ApiFamily;

/** {@code /settings/widget/*}: settings that an administrator makes public. */
@Path("/settings/widget")
@ApiFamily(CaptureProblemRenderer.FAMILY)
public class WidgetSettingsResource {
  private final WidgetSettings settings;

  WidgetSettingsResource(WidgetSettings settings) {
    this.settings = settings;
  }

  /** LEGC-09: what a client published. */
  @POST
  @Path("/get")
  public Uni<Response> settingsWidgetGet(@Context RoutingContext routing) {
    return settings.get(routing);
  }

  /** The same for clients that read with GET. */
  @GET
  @Path("/get")
  public Uni<Response> settingsWidgetGetByGet(@Context RoutingContext routing) {
    return settings.get(routing);
  }

  /** LEGC-10: the public files of a client, or of all. */
  @POST
  @Path("/list")
  public Uni<Response> settingsWidgetList(@Context RoutingContext routing) {
    return settings.list(routing);
  }

  /** The same for clients that read with GET. */
  @GET
  @Path("/list")
  public Uni<Response> settingsWidgetListByGet(@Context RoutingContext routing) {
    return settings.list(routing);
  }

  /** LEGC-11: settings of a client become public. */
  @POST
  @Path("/publish")
  public Uni<Response> settingsWidgetPublish(@Context RoutingContext routing) {
    return settings.publish(routing);
  }

  /** LEGC-12: public files go. */
  @POST
  @Path("/delete")
  public Uni<Response> settingsWidgetDelete(@Context RoutingContext routing) {
    return settings.delete(routing);
  }
}

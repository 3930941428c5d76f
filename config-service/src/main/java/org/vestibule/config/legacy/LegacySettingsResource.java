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

/** {@code /settings/*}: settings of clients and applications by the older API. */
@Path("/settings")
@ApiFamily(CaptureProblemRenderer.FAMILY)
public class LegacySettingsResource {
  private final LegacySettingReads reads;
  private final LegacySettingWrites writes;

  LegacySettingsResource(LegacySettingReads reads, LegacySettingWrites writes) {
    this.reads = reads;
    this.writes = writes;
  }

  /** LEGC-14: the value of a client, else of the application. */
  @POST
  @Path("/get")
  public Uni<Response> settingsGet(@Context RoutingContext routing) {
    return reads.get(routing);
  }

  /** The same for clients that read with GET. */
  @GET
  @Path("/get")
  public Uni<Response> settingsGetByGet(@Context RoutingContext routing) {
    return reads.get(routing);
  }

  /** LEGC-13: the value of the application. */
  @POST
  @Path("/get_default")
  public Uni<Response> settingsGetDefault(@Context RoutingContext routing) {
    return reads.getDefault(routing);
  }

  /** The same for clients that read with GET. */
  @GET
  @Path("/get_default")
  public Uni<Response> settingsGetDefaultByGet(@Context RoutingContext routing) {
    return reads.getDefault(routing);
  }

  /** LEGC-15: several values. */
  @POST
  @Path("/get_multi")
  public Uni<Response> settingsGetMulti(@Context RoutingContext routing) {
    return reads.getMulti(routing);
  }

  /** The same for clients that read with GET. */
  @GET
  @Path("/get_multi")
  public Uni<Response> settingsGetMultiByGet(@Context RoutingContext routing) {
    return reads.getMulti(routing);
  }

  /** LEGC-17: all values. */
  @POST
  @Path("/items")
  public Uni<Response> settingsItems(@Context RoutingContext routing) {
    return reads.items(routing);
  }

  /** The same for clients that read with GET. */
  @GET
  @Path("/items")
  public Uni<Response> settingsItemsByGet(@Context RoutingContext routing) {
    return reads.items(routing);
  }

  /** LEGC-18: the names of all values. */
  @POST
  @Path("/keys")
  public Uni<Response> settingsKeys(@Context RoutingContext routing) {
    return reads.keys(routing);
  }

  /** The same for clients that read with GET. */
  @GET
  @Path("/keys")
  public Uni<Response> settingsKeysByGet(@Context RoutingContext routing) {
    return reads.keys(routing);
  }

  /** All settings of the application and of its clients. */
  @POST
  @Path("/get_all")
  public Uni<Response> settingsGetAll(@Context RoutingContext routing) {
    return reads.getAll(routing);
  }

  /** LEGC-20: one setting of a client is written. */
  @POST
  @Path("/set")
  public Uni<Response> settingsSet(@Context RoutingContext routing) {
    return writes.set(routing);
  }

  /** LEGC-23: several settings of a client are written. */
  @POST
  @Path("/set_multi")
  public Uni<Response> settingsSetMulti(@Context RoutingContext routing) {
    return writes.setMulti(routing);
  }

  /** LEGC-21: one setting of the application is written. */
  @POST
  @Path("/set_default")
  public Uni<Response> settingsSetDefault(@Context RoutingContext routing) {
    return writes.setDefault(routing);
  }

  /** LEGC-22: several settings of the application are written. */
  @POST
  @Path("/set_default_multi")
  public Uni<Response> settingsSetDefaultMulti(@Context RoutingContext routing) {
    return writes.setDefaultMulti(routing);
  }

  /** LEGC-19: one setting of a client goes. */
  @POST
  @Path("/delete")
  public Uni<Response> settingsDelete(@Context RoutingContext routing) {
    return writes.delete(routing);
  }

  /** LEGC-16: one setting of the application goes. */
  @POST
  @Path("/delete_default")
  public Uni<Response> settingsDeleteDefault(@Context RoutingContext routing) {
    return writes.deleteDefault(routing);
  }
}

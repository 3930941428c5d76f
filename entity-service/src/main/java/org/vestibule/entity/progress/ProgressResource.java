package org.vestibule.entity.progress;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.vestibule.platform.internal.InternalGuard;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ApiFamily;

/** Tells the operator which changes of entity types are under way, and how far they are. */
@ApiFamily("internal")
@Path("/internal/changes")
@Produces(MediaType.APPLICATION_JSON)
public class ProgressResource {
  private final ProgressReports reports;

  /** Takes what is known. */
  public ProgressResource(ProgressReports reports) {
    this.reports = reports;
  }

  /** All changes, of every application. */
  @GET
  public Uni<String> changes(@Context RoutingContext routing) {
    InternalGuard.requireOperator(routing);
    return reports.ongoing().map(ProgressResource::json);
  }

  private static String json(List<OngoingChange> changes) {
    ArrayNode list = Json.array();
    changes.forEach(it -> list.add(it.json()));
    return Json.write(Json.object().set("changes", list));
  }
}

package org.vestibule.auth.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.UUID;
import org.vestibule.platform.capture.directory.ApplicationView;
import org.vestibule.platform.capture.directory.ConfigDirectory;
import org.vestibule.platform.capture.event.RecordRef;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ApiFamily;
import org.vestibule.platform.problem.InternalProblem;
import org.vestibule.platform.sql.SqlTransactions;

/** Ends what was granted for a record, when another service says so. */
@Path("/internal/grants/revoke")
@ApiFamily("internal")
public class InternalGrantResource {
  private final GrantService grants;
  private final ConfigDirectory directory;
  private final SqlTransactions transactions;

  InternalGrantResource(
      GrantService grants, ConfigDirectory directory, SqlTransactions transactions) {
    this.grants = grants;
    this.directory = directory;
    this.transactions = transactions;
  }

  /** Revokes and answers after the commit. */
  @POST
  public Uni<ObjectNode> revoke(Request request, @Context RoutingContext routing) {
    CallContext context = CallContext.of(routing);
    return directory
        .application(request.applicationId())
        .map(found -> found.orElseThrow(InternalProblem::notFound))
        .map(request::record)
        .chain(record -> transactions.run(tx -> grants.revoke(tx, record, context)))
        .map(revoked -> Json.object().put("revoked", revoked));
  }

  /** The record whose grants end. */
  public record Request(String applicationId, String entityType, UUID recordUuid) {

    /** Refuses a request that names no record. */
    public Request {
      if (applicationId == null || entityType == null || recordUuid == null) {
        throw InternalProblem.badRequest("applicationId, entityType and recordUuid are needed");
      }
    }

    RecordRef record(ApplicationView application) {
      return new RecordRef(
          application.customerId(),
          applicationId,
          application.primaryDomain(),
          entityType,
          recordUuid);
    }
  }
}

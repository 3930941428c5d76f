package org.vestibule.auth.grant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.platform.capture.directory.ApplicationView;
import org.vestibule.platform.capture.directory.ConfigDirectory;
import org.vestibule.platform.capture.event.RecordRef;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ApiFamily;
import org.vestibule.platform.problem.InternalProblem;
import org.vestibule.platform.sql.SqlTransactions;

/** Ends what was granted for a record, when entity-service says so. */
@Path("/internal/grants")
@ApiFamily("internal")
public class InternalGrantResource {
  private final GrantService grants;
  private final ConfigDirectory directory;
  private final SqlTransactions transactions;
  private final Clock clock;

  InternalGrantResource(
      GrantService grants, ConfigDirectory directory, SqlTransactions transactions, Clock clock) {
    this.grants = grants;
    this.directory = directory;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Revokes and answers after the commit. */
  @POST
  @Path("revoke")
  public Uni<ObjectNode> revoke(Request request, @Context RoutingContext routing) {
    CallContext context = CallContext.of(routing);
    return record(request)
        .chain(record -> transactions.run(tx -> grants.revoke(tx, record, context)))
        .map(InternalGrantResource::revoked);
  }

  /**
   * Marks the token that changes a password in the request of this call, and answers with {@code
   * provenAddress}, the SHA-256 of the address whose mail its holder has read, if any.
   */
  @POST
  @Path("keep")
  public Uni<ObjectNode> keep(Kept kept, @Context RoutingContext routing) {
    CallContext context = CallContext.of(routing);
    byte[] hash = HexFormat.of().parseHex(kept.tokenSha256());
    return transactions
        .run(tx -> grants.keep(tx, kept.applicationId(), hash, context))
        .map(InternalGrantResource::kept);
  }

  /** Revokes, after a password was changed, everything but the token that was kept. */
  @POST
  @Path("revoke-others")
  public Uni<ObjectNode> revokeOthers(Request request, @Context RoutingContext routing) {
    CallContext context = CallContext.of(routing);
    return record(request)
        .map(record -> new Revocation(record, clock.instant()))
        .chain(what -> transactions.run(tx -> grants.revokeOthers(tx, what, context)))
        .map(InternalGrantResource::revoked);
  }

  private Uni<RecordRef> record(Request request) {
    return directory
        .application(request.applicationId())
        .map(found -> found.orElseThrow(InternalProblem::notFound))
        .map(request::record);
  }

  private static ObjectNode kept(Optional<String> provenAddress) {
    ObjectNode json = Json.object();
    provenAddress.ifPresent(it -> json.put("provenAddress", it));
    return json;
  }

  private static ObjectNode revoked(int count) {
    return Json.object().put("revoked", count);
  }

  /** The token that makes a change, by its SHA-256 in hex. */
  public record Kept(String applicationId, String tokenSha256) {

    /** Refuses a call that names no token. */
    public Kept {
      if (applicationId == null || tokenSha256 == null || !tokenSha256.matches("[0-9a-f]{64}")) {
        throw InternalProblem.badRequest("applicationId and tokenSha256 are needed");
      }
    }
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
      return RecordRef.of(application, entityType, recordUuid);
    }
  }
}

package org.vestibule.entity.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.vestibule.entity.account.AccountChange;
import org.vestibule.entity.account.AccountSelector;
import org.vestibule.entity.account.AccountService;
import org.vestibule.entity.account.AccountView;
import org.vestibule.entity.account.ChangeOutcome;
import org.vestibule.entity.problem.Refusal;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ApiFamily;

/** What auth-service asks and does for one person. */
@ApiFamily("internal")
@Path("/internal/applications/{applicationId}/types/{type}/records")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {
  private final InternalTypes types;
  private final AccountService accounts;

  /** Takes the service behind the calls. */
  public AccountResource(InternalTypes types, AccountService accounts) {
    this.types = types;
    this.accounts = accounts;
  }

  /** Finds a record. */
  @POST
  @Path("find")
  public Uni<String> find(
      @PathParam("applicationId") String applicationId,
      @PathParam("type") String type,
      String body) {
    AccountSelector selector = Json.read(body, AccountSelector.class);
    return types
        .require(applicationId, type)
        .chain(it -> accounts.find(it, selector))
        .map(found -> found.map(AccountResource::found).orElseGet(AccountResource::none))
        .onFailure(Refusal::is)
        .recoverWithItem(Refusal::json)
        .map(Json::write);
  }

  /** Changes a record. */
  @POST
  @Path("{uuid}/changes")
  public Uni<String> change(
      @PathParam("applicationId") String applicationId,
      @PathParam("type") String type,
      @PathParam("uuid") UUID uuid,
      @Context RoutingContext routing,
      String body) {
    AccountChange change = Json.read(body, AccountChange.class);
    return types
        .require(applicationId, type)
        .chain(it -> accounts.change(it, uuid, change, CallContext.of(routing)))
        .map(ChangeOutcome::json)
        .onFailure(Refusal::is)
        .recoverWithItem(Refusal::json)
        .map(Json::write);
  }

  private static ObjectNode found(AccountView view) {
    return view.json().put("outcome", "found");
  }

  private static ObjectNode none() {
    return Json.object().put("outcome", "none");
  }
}

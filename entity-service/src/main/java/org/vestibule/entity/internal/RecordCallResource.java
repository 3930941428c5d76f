package org.vestibule.entity.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.vestibule.entity.filter.Filter;
import org.vestibule.entity.record.RecordReader;
import org.vestibule.entity.signin.CredentialRequest;
import org.vestibule.entity.signin.CredentialService;
import org.vestibule.entity.signin.RegistrationRequest;
import org.vestibule.entity.signin.RegistrationService;
import org.vestibule.entity.type.Conditions;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ApiFamily;

/** What the other services ask and do with records. */
@ApiFamily("internal")
@Path("/internal/applications/{applicationId}/types/{type}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RecordCallResource {
  private final InternalTypes types;
  private final CredentialService credentials;
  private final RegistrationService registrations;
  private final Conditions conditions;
  private final RecordReader reader;

  /** Takes the services behind the calls. */
  public RecordCallResource(
      InternalTypes types,
      CredentialService credentials,
      RegistrationService registrations,
      Conditions conditions,
      RecordReader reader) {
    this.types = types;
    this.credentials = credentials;
    this.registrations = registrations;
    this.conditions = conditions;
    this.reader = reader;
  }

  /** Checks a password and notes the sign-in. */
  @POST
  @Path("credentials/check")
  public Uni<String> check(
      @PathParam("applicationId") String applicationId,
      @PathParam("type") String type,
      @Context RoutingContext routing,
      String body) {
    CredentialRequest request = Json.read(body, CredentialRequest.class);
    return types
        .require(applicationId, type)
        .chain(it -> credentials.check(it, request, CallContext.of(routing)))
        .map(outcome -> Json.write(outcome.json()))
        .onFailure()
        .transform(InternalFailures::translate);
  }

  /** Registers a person. */
  @POST
  @Path("registrations")
  public Uni<String> register(
      @PathParam("applicationId") String applicationId,
      @PathParam("type") String type,
      @HeaderParam("Idempotency-Key") String key,
      @Context RoutingContext routing,
      String body) {
    RegistrationRequest request = Json.read(body, RegistrationRequest.class);
    return types
        .require(applicationId, type)
        .chain(it -> registrations.register(it, request, key, CallContext.of(routing)))
        .map(outcome -> Json.write(outcome.json()));
  }

  /** Whether a record has a value. */
  @POST
  @Path("values/taken")
  public Uni<String> taken(
      @PathParam("applicationId") String applicationId,
      @PathParam("type") String type,
      String body) {
    JsonNode request = Json.parse(body);
    return types
        .require(applicationId, type)
        .chain(it -> reader.exists(it, condition(it, request)))
        .map(taken -> Json.write(Json.object().put("taken", taken)))
        .onFailure()
        .transform(InternalFailures::translate);
  }

  private Filter condition(EntityType type, JsonNode request) {
    if (request.path("value").asText().indexOf('\0') >= 0) {
      return Filter.NONE;
    }
    return conditions.byValue(type, request.path("attribute").asText(), request.path("value"));
  }
}

package org.vestibule.entity.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.vestibule.entity.access.AccessType;
import org.vestibule.entity.record.PasswordView;
import org.vestibule.entity.record.Sight;
import org.vestibule.entity.schema.Schema;
import org.vestibule.entity.type.EntityConfig;
import org.vestibule.entity.type.EntityType;
import org.vestibule.entity.type.TypeCatalogue;
import org.vestibule.platform.capture.caller.Caller;
import org.vestibule.platform.capture.caller.CallerAuthentication;
import org.vestibule.platform.capture.caller.CaptureOperation;
import org.vestibule.platform.capture.caller.ClientFeature;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.CaptureRequest;
import org.vestibule.platform.capture.request.ParameterStyle;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.problem.StandardProblem;

/**
 * Opens calls: who calls, whether the caller may, which entity type, and how much of it is seen.
 */
@Singleton
public class Calls {
  private static final String EXPOSE_HASHES = "expose_password_hash";

  private final CallerAuthentication authentication;
  private final TypeCatalogue catalogue;
  private final EntityConfig config;

  /** Takes the check of callers and the catalogue. */
  public Calls(CallerAuthentication authentication, TypeCatalogue catalogue, EntityConfig config) {
    this.authentication = authentication;
    this.catalogue = catalogue;
    this.config = config;
  }

  /** Opens a call that reads. */
  Uni<Call> reading(RoutingContext routing, CaptureOperation operation) {
    return open(routing, request -> authentication.authenticate(request, operation));
  }

  /** Opens a call that writes. */
  Uni<Call> writing(RoutingContext routing, CaptureOperation operation) {
    return writing(routing, request -> authentication.authenticate(request, operation));
  }

  /** The same with another way to find out who calls. */
  Uni<Call> writing(RoutingContext routing, Function<CaptureRequest, Uni<Caller>> whoCalls) {
    if (!config.entity().allowGetWrites() && routing.request().method().name().equals("GET")) {
      throw new StandardProblem.MethodNotAllowed(Set.of("POST")).exception();
    }
    return open(routing, whoCalls);
  }

  private static Uni<Call> open(
      RoutingContext routing, Function<CaptureRequest, Uni<Caller>> whoCalls) {
    CaptureRequest request = CaptureRequest.of(EdgeRequest.of(routing), ParameterStyle.ENTITY);
    return whoCalls
        .apply(request)
        .invoke(caller -> requireApplication(request, caller))
        .map(caller -> new Call(request, caller));
  }

  /** Finds the entity type of a call whose arguments are read. */
  Uni<TypedCall> typed(Call call) {
    return catalogue
        .require(call.caller().applicationId(), call.typeName())
        .map(type -> new TypedCall(call, type, sight(call.caller(), type)));
  }

  private static Sight sight(Caller caller, EntityType type) {
    boolean token = caller.isToken();
    AccessType read = token ? AccessType.READ_WITH_TOKEN : AccessType.READ;
    AccessType write = token ? AccessType.WRITE_WITH_TOKEN : AccessType.WRITE;
    Schema schema = type.schema();
    String client = caller.client().id();
    return new Sight(
        type.access().view(schema, client, read),
        type.access().view(schema, client, write),
        passwords(caller));
  }

  private static PasswordView passwords(Caller caller) {
    if (caller.isToken()) {
      return PasswordView.HIDDEN;
    }
    boolean owner = caller.client().has(ClientFeature.OWNER);
    return owner && exposesHashes(caller.client().applicationSettings())
        ? PasswordView.FULL
        : PasswordView.TYPE;
  }

  private static boolean exposesHashes(Map<String, JsonNode> settings) {
    return settings != null
        && settings.get(EXPOSE_HASHES) != null
        && settings.get(EXPOSE_HASHES).asText().equalsIgnoreCase("true");
  }

  private static void requireApplication(CaptureRequest request, Caller caller) {
    Optional.ofNullable(request.edge().header("X-Application-Id"))
        .or(() -> request.parameters().filled("application_id"))
        .filter(id -> !id.equals(caller.applicationId()))
        .ifPresent(
            id -> {
              throw CaptureProblem.unknownApplication(id).exception();
            });
  }
}

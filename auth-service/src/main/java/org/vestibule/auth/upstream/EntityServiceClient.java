package org.vestibule.auth.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.id.IdSource;
import org.vestibule.platform.internal.InternalCallException;
import org.vestibule.platform.internal.InternalClient;
import org.vestibule.platform.internal.InternalClients;
import org.vestibule.platform.internal.InternalResponse;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.StandardProblem;

/** Asks entity-service, which owns the records and their passwords. */
@Singleton
public class EntityServiceClient {
  private final InternalClient calls;
  // Hashing makes these slow by design: a breaker and connections of their own keep the rest alive.
  private final InternalClient credentials;
  private final IdSource ids;

  EntityServiceClient(InternalClients internal, IdSource ids) {
    this.calls = internal.to("entity");
    this.credentials = internal.to("entity", "credentials");
    this.ids = ids;
  }

  /** Checks a password and, when it is right, writes the sign-in into the record. */
  public Uni<CredentialCheck> checkCredential(
      String applicationId, String type, CredentialQuery query, CallContext context) {
    return credentials
        .post(path(applicationId, type, "/credentials/check"), query.body(), context)
        .map(response -> accepted(response, type))
        .map(EntityServiceClient::credentialCheck);
  }

  /** Makes a record; asked a second time after a failure, with the same key for the same record. */
  public Uni<RegistrationResult> register(
      String applicationId, String type, ObjectNode attributes, CallContext context) {
    return register(applicationId, type, attributes, Optional.empty(), context);
  }

  /** The same for somebody who comes with a social identity, an element of {@code profiles}. */
  public Uni<RegistrationResult> register(
      String applicationId,
      String type,
      ObjectNode attributes,
      Optional<ObjectNode> identity,
      CallContext context) {
    ObjectNode body = Json.object().put("clientId", context.clientId());
    body.set("attributes", attributes);
    identity.ifPresent(it -> body.set("social", it));
    String path = path(applicationId, type, "/registrations");
    String key = ids.uuid().toString();
    return credentials
        .post(path, body, context, key)
        .onFailure(InternalCallException.class)
        .retry()
        .atMost(1)
        .map(response -> accepted(response, type))
        .map(EntityServiceClient::registrationResult);
  }

  /** Whether a record of the type already has the value. */
  public Uni<Boolean> isTaken(
      String applicationId, String type, String attribute, String value, CallContext context) {
    ObjectNode body = Json.object().put("attribute", attribute).put("value", value);
    return calls
        .post(path(applicationId, type, "/values/taken"), body, context)
        .map(response -> accepted(response, type).path("taken").asBoolean());
  }

  static JsonNode accepted(InternalResponse response, String type) {
    if (response.isBusy()) {
      throw new StandardProblem.Busy(Duration.ofSeconds(1)).exception();
    }
    if (response.isNotFound()) {
      throw CaptureProblem.unknownEntityType(type).exception();
    }
    if (!response.isOk()) {
      throw new IllegalStateException("entity-service answered HTTP " + response.status());
    }
    return response.body();
  }

  private static CredentialCheck credentialCheck(JsonNode body) {
    return switch (body.path("outcome").asText()) {
      case "match" -> new CredentialCheck.Match(uuid(body).orElseThrow(), body.path("profile"));
      case "mismatch" -> new CredentialCheck.Mismatch(uuid(body));
      case "deactivated" -> new CredentialCheck.Deactivated(uuid(body).orElseThrow());
      default -> throw new IllegalStateException("unknown outcome of a credential check");
    };
  }

  private static RegistrationResult registrationResult(JsonNode body) {
    return switch (body.path("outcome").asText()) {
      case "created" ->
          new RegistrationResult.Created(uuid(body).orElseThrow(), body.path("profile"));
      case "refused" -> new RegistrationResult.Refused(violations(body.path("violations")));
      default -> throw new IllegalStateException("unknown outcome of a registration");
    };
  }

  static List<Violation> violations(JsonNode list) {
    List<Violation> violations = new ArrayList<>();
    list.forEach(each -> violations.add(Json.read(each, Violation.class)));
    return List.copyOf(violations);
  }

  static Optional<UUID> uuid(JsonNode body) {
    JsonNode uuid = body.path("record").path("uuid");
    return uuid.isTextual() ? Optional.of(UUID.fromString(uuid.asText())) : Optional.empty();
  }

  static String path(String applicationId, String type, String rest) {
    return "/internal/applications/" + segment(applicationId) + "/types/" + segment(type) + rest;
  }

  private static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}

package org.vestibule.auth.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.auth.upstream.ChangeResult.Changed;
import org.vestibule.auth.upstream.ChangeResult.Refused;
import org.vestibule.auth.upstream.ChangeResult.Unchanged;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.internal.InternalClient;
import org.vestibule.platform.internal.InternalClients;
import org.vestibule.platform.json.Json;

/** Finds and changes one person's record at entity-service. */
@Singleton
public class AccountClient {
  private final InternalClient calls;
  // Changes may hash passwords, which is slow by design.
  private final InternalClient credentials;

  AccountClient(InternalClients internal) {
    this.calls = internal.to("entity");
    this.credentials = internal.to("entity", "credentials");
  }

  /** The record that is named; a name that the schema does not know is the caller's problem. */
  public Uni<Optional<Account>> find(
      String applicationId, String type, AccountQuery query, CallContext context) {
    return calls
        .post(EntityServiceClient.path(applicationId, type, "/records/find"), query.body(), context)
        .map(response -> EntityServiceClient.accepted(response, type))
        .map(AccountClient::account);
  }

  /** Changes a record. */
  public Uni<ChangeResult> change(
      String applicationId, String type, UUID uuid, AccountChange change, CallContext context) {
    String path = EntityServiceClient.path(applicationId, type, "/records/" + uuid + "/changes");
    return credentials
        .post(path, change.body(), context)
        .map(response -> EntityServiceClient.accepted(response, type))
        .map(AccountClient::changeResult);
  }

  private static Optional<Account> account(JsonNode body) {
    return switch (body.path("outcome").asText()) {
      case "found" ->
          Optional.of(
              new Account(
                  EntityServiceClient.uuid(body).orElseThrow(),
                  body.path("hasPassword").asBoolean(),
                  profile(body)));
      case "none" -> Optional.empty();
      case "refused" ->
          throw EntityServiceClient.violations(body.path("violations"))
              .get(0)
              .problem()
              .exception();
      default -> throw new IllegalStateException("unknown outcome of a look-up");
    };
  }

  private static ChangeResult changeResult(JsonNode body) {
    return switch (body.path("outcome").asText()) {
      case "changed" -> changed(body);
      case "refused" -> new Refused(EntityServiceClient.violations(body.path("violations")));
      case "gone" -> Unchanged.GONE;
      case "different" -> Unchanged.DIFFERENT;
      case "wrongPassword" -> Unchanged.WRONG_PASSWORD;
      case "noPassword" -> Unchanged.NO_PASSWORD;
      default -> throw new IllegalStateException("unknown outcome of a change");
    };
  }

  private static Changed changed(JsonNode body) {
    List<String> names = new ArrayList<>();
    body.path("changed").forEach(name -> names.add(name.asText()));
    Optional<String> before =
        Optional.ofNullable(body.path("before").path("email").textValue())
            .filter(it -> !it.isEmpty());
    boolean isFirstProof = body.path("firstProof").asBoolean();
    return new Changed(List.copyOf(names), before, isFirstProof, profile(body));
  }

  private static ObjectNode profile(JsonNode body) {
    return body.get("profile") instanceof ObjectNode profile ? profile : Json.object();
  }
}

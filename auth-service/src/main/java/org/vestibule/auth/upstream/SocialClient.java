package org.vestibule.auth.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.vestibule.auth.upstream.SocialResult.AddressInUse;
import org.vestibule.auth.upstream.SocialResult.Admitted;
import org.vestibule.auth.upstream.SocialResult.Deactivated;
import org.vestibule.auth.upstream.SocialResult.Nothing;
import org.vestibule.auth.upstream.SocialResult.Refused;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.internal.InternalClient;
import org.vestibule.platform.internal.InternalClients;
import org.vestibule.platform.json.Json;

/** Asks entity-service about the social identities of records. */
@Singleton
public class SocialClient {
  private final InternalClient calls;

  SocialClient(InternalClients internal) {
    this.calls = internal.to("entity");
  }

  /** Signs somebody in by an identity, writing the sign-in and what the provider told. */
  public Uni<SocialResult> signIn(
      String applicationId, String type, SocialQuery query, CallContext context) {
    return post(applicationId, type, "sign-in", query.body(), context);
  }

  /** Gives a record an identity that no record has. */
  public Uni<SocialResult> link(
      String applicationId, String type, UUID record, ObjectNode identity, CallContext context) {
    return post(applicationId, type, "link", link(record, identity, context), context);
  }

  /** The same while the person signs in by other means: the identity may be there already. */
  public Uni<SocialResult> merge(
      String applicationId, String type, UUID record, ObjectNode identity, CallContext context) {
    ObjectNode body = link(record, identity, context).put("signsIn", true);
    return post(applicationId, type, "link", body, context);
  }

  /** Takes an identity from a record. */
  public Uni<SocialResult> unlink(
      String applicationId, String type, UUID record, String identifier, CallContext context) {
    ObjectNode body = Json.object().put("uuid", record.toString()).put("identifier", identifier);
    return post(applicationId, type, "unlink", body, context);
  }

  private static ObjectNode link(UUID record, ObjectNode identity, CallContext context) {
    ObjectNode body = Json.object().put("uuid", record.toString());
    body.put("clientId", context.clientId()).set("identity", identity);
    return body;
  }

  private Uni<SocialResult> post(
      String applicationId, String type, String call, ObjectNode body, CallContext context) {
    return calls
        .post(EntityServiceClient.path(applicationId, type, "/social/" + call), body, context)
        .map(response -> EntityServiceClient.accepted(response, type))
        .map(SocialClient::result);
  }

  private static SocialResult result(JsonNode body) {
    return switch (body.path("outcome").asText()) {
      case "admitted" -> new Admitted(uuid(body), body.path("profile"));
      case "deactivated" -> new Deactivated(uuid(body));
      case "addressInUse" -> new AddressInUse(uuid(body), body.path("provider").asText());
      case "refused" -> new Refused(EntityServiceClient.violations(body.path("violations")));
      case "none" -> Nothing.NONE;
      case "elsewhere" -> Nothing.ELSEWHERE;
      case "gone" -> Nothing.GONE;
      case "last" -> Nothing.LAST;
      case "removed" -> Nothing.REMOVED;
      default -> throw new IllegalStateException("unknown outcome about a social identity");
    };
  }

  private static UUID uuid(JsonNode body) {
    return EntityServiceClient.uuid(body).orElseThrow();
  }
}

package org.vestibule.auth.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.vestibule.platform.json.Json;

/** Names one record for entity-service to find. */
public record AccountQuery(ObjectNode body) {

  public static AccountQuery byUuid(UUID uuid) {
    return new AccountQuery(Json.object().put("uuid", uuid.toString()));
  }

  public static AccountQuery byId(long id) {
    return new AccountQuery(Json.object().put("id", id));
  }

  /** By the value of a unique attribute. */
  public static AccountQuery byKey(String attribute, JsonNode value) {
    return new AccountQuery(Json.object().put("keyAttribute", attribute).set("keyValue", value));
  }

  /** By what somebody typed. */
  public static AccountQuery byIdentifier(String attribute, String identifier) {
    return new AccountQuery(
        Json.object().put("identifierAttribute", attribute).put("identifier", identifier));
  }

  /** The same with the profile as the users of a client see it. */
  public AccountQuery seenBy(String clientId) {
    return new AccountQuery(body.deepCopy().put("clientId", clientId));
  }
}

package org.vestibule.auth.upstream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vestibule.platform.json.Json;

/** Who claims to be whom, for entity-service to verify where the record lives. */
public record CredentialQuery(
    String identifierAttribute, String identifier, String password, String clientId) {

  ObjectNode body() {
    return Json.object()
        .put("identifierAttribute", identifierAttribute)
        .put("identifier", identifier)
        .put("password", password)
        .put("clientId", clientId)
        .put("bookkeeping", true);
  }

  @Override
  public String toString() {
    return "CredentialQuery[***]";
  }
}

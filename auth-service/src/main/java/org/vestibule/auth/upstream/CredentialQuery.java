package org.vestibule.auth.upstream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vestibule.platform.json.Json;

/**
 * Who claims to be whom, for entity-service to verify where the record lives.
 *
 * @param isNoted whether a match is written into the record as a sign-in
 */
public record CredentialQuery(
    String identifierAttribute,
    String identifier,
    String password,
    String clientId,
    boolean isNoted) {

  ObjectNode body() {
    return Json.object()
        .put("identifierAttribute", identifierAttribute)
        .put("identifier", identifier)
        .put("password", password)
        .put("clientId", clientId)
        .put("bookkeeping", isNoted);
  }

  @Override
  public String toString() {
    return "CredentialQuery[***]";
  }
}

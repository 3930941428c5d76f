package org.vestibule.auth.nativecall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import org.vestibule.auth.token.IssuedTokens;
import org.vestibule.platform.capture.request.CaptureReply;
import org.vestibule.platform.json.Json;

/** What a sign-in or registration leads to: the profile as the client may see it, and tokens. */
public record NativeSession(JsonNode profile, IssuedTokens tokens) {

  /** The success of authentication.md 10. */
  public Response reply() {
    ObjectNode members = Json.object();
    tokens.accessToken().ifPresent(token -> members.put("access_token", token));
    tokens.authorizationCode().ifPresent(code -> members.put("authorization_code", code));
    members.set("capture_user", profile);
    return CaptureReply.ok(members);
  }
}

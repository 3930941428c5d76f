package org.vestibule.auth.nativecall;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import org.vestibule.platform.capture.request.CaptureReply;
import org.vestibule.platform.json.Json;

/** Writes the success of native calls (authentication.md 10). */
public final class NativeReply {

  private NativeReply() {}

  /** Profile and what the response type asked for. */
  public static Response of(NativeSession session) {
    return CaptureReply.ok(members(session));
  }

  /** The same for a social identity, with whether the call made the record. */
  public static Response of(SocialSession session) {
    return CaptureReply.ok(members(session.session()).put("is_new", session.isNew()));
  }

  private static ObjectNode members(NativeSession session) {
    ObjectNode members = Json.object();
    session.tokens().accessToken().ifPresent(token -> members.put("access_token", token));
    session.tokens().authorizationCode().ifPresent(code -> members.put("authorization_code", code));
    return members.set("capture_user", session.profile());
  }
}

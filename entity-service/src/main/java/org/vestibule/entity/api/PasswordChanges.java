package org.vestibule.entity.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.vestibule.entity.record.ChangedRecord;
import org.vestibule.entity.record.Target;
import org.vestibule.platform.internal.InternalClient;
import org.vestibule.platform.internal.InternalClients;
import org.vestibule.platform.internal.InternalResponse;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.StandardProblem;

/**
 * Lets auth-service end what was granted before a password changed, all but the token that makes
 * the change. Should the second call be lost, auth-service does the same on the event.
 */
@ApplicationScoped
public class PasswordChanges {
  private static final Logger LOG = Logger.getLogger(PasswordChanges.class);
  private static final String PASSWORD = "password";

  private final InternalClient auth;

  /** Takes the way to auth-service. */
  public PasswordChanges(InternalClients internal) {
    this.auth = internal.to("auth");
  }

  /** Before a change by the attributes: the caller's token is marked. */
  Uni<Void> announce(TypedCall call, ObjectNode attributes) {
    return announce(call, attributes.has(PASSWORD));
  }

  /** The same before the content of a place is replaced: what is not given becomes null. */
  Uni<Void> announce(TypedCall call, Target place, ObjectNode attributes) {
    boolean empties =
        place.isRecord() && call.sight().writable().root().child(PASSWORD).isPresent();
    return announce(call, empties || attributes.has(PASSWORD));
  }

  private Uni<Void> announce(TypedCall call, boolean isConcerned) {
    return isConcerned && call.call().caller().isToken()
        ? auth.post("/internal/grants/keep", token(call), call.context())
            .invoke(PasswordChanges::requireDone)
            .replaceWithVoid()
        : Uni.createFrom().voidItem();
  }

  /** After the change is committed. */
  Uni<Void> conclude(TypedCall call, ChangedRecord changed) {
    boolean revokes =
        changed.names().contains(PASSWORD)
            && call.call()
                .caller()
                .client()
                .booleanSetting("revoke_access_on_password_change", true);
    return revokes
        ? auth.post("/internal/grants/revoke-others", record(call, changed), call.context())
            .invoke(PasswordChanges::requireDone)
            .onFailure()
            .invoke(failure -> LOG.warnf("left to the event: %s", failure.getMessage()))
            .onFailure()
            .recoverWithNull()
            .replaceWithVoid()
        : Uni.createFrom().voidItem();
  }

  private static ObjectNode token(TypedCall call) {
    return Json.object()
        .put("applicationId", call.type().applicationId())
        .put("tokenSha256", call.call().caller().tokenSha256().orElseThrow());
  }

  private static ObjectNode record(TypedCall call, ChangedRecord changed) {
    return Json.object()
        .put("applicationId", call.type().applicationId())
        .put("entityType", call.type().name())
        .put("recordUuid", changed.record().uuid().toString());
  }

  private static void requireDone(InternalResponse response) {
    if (!response.isOk()) {
      throw new StandardProblem.Unavailable("auth-service answered " + response.status())
          .exception();
    }
  }
}

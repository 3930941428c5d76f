package org.vestibule.entity.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.vestibule.entity.record.RecordReader;
import org.vestibule.entity.record.StoredRecord;
import org.vestibule.entity.type.Conditions;
import org.vestibule.platform.capture.caller.CaptureOperation;
import org.vestibule.platform.capture.request.CaptureReply;
import org.vestibule.platform.internal.InternalClient;
import org.vestibule.platform.internal.InternalClients;
import org.vestibule.platform.internal.InternalResponse;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.StandardProblem;

/** Ends all tokens of a record, which auth-service owns. */
@Singleton
public class AccessRevocation {
  private final Calls calls;
  private final Conditions conditions;
  private final RecordReader reader;
  private final InternalClient auth;

  /** Takes the way to records and to auth-service. */
  public AccessRevocation(
      Calls calls, Conditions conditions, RecordReader reader, InternalClients internal) {
    this.calls = calls;
    this.conditions = conditions;
    this.reader = reader;
    this.auth = internal.to("auth");
  }

  Uni<Response> deleteAccess(RoutingContext routing) {
    return calls.writing(routing, CaptureOperation.ENTITY_DELETE_ACCESS).chain(this::deleteAccess);
  }

  private Uni<Response> deleteAccess(Call call) {
    call.typeName();
    Locator locator = Locator.of(call, conditions);
    return calls
        .typed(call)
        .call(typed -> find(typed, locator).chain(record -> revoke(typed, record)))
        .map(done -> CaptureReply.ok());
  }

  private Uni<StoredRecord> find(TypedCall call, Locator locator) {
    return reader
        .require(
            call.type(), locator.in(call).where(), Readings.of(call, Optional.of(List.of("id"))))
        .invoke(record -> record.check(locator.in(call).expected()));
  }

  private Uni<Void> revoke(TypedCall call, StoredRecord record) {
    ObjectNode body =
        Json.object()
            .put("applicationId", call.type().applicationId())
            .put("entityType", call.type().name())
            .put("recordUuid", record.uuid().toString());
    return auth.post("/internal/grants/revoke", body, call.context())
        .invoke(AccessRevocation::requireDone)
        .replaceWithVoid();
  }

  private static void requireDone(InternalResponse response) {
    if (!response.isOk()) {
      throw new StandardProblem.Unavailable("grants/revoke answered " + response.status())
          .exception();
    }
  }
}

package org.vestibule.entity.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.vestibule.entity.record.RecordService;
import org.vestibule.entity.record.StoredRecord;
import org.vestibule.platform.capture.caller.Caller;
import org.vestibule.platform.capture.caller.CallerAuthentication;
import org.vestibule.platform.capture.caller.CaptureOperation;
import org.vestibule.platform.capture.request.CaptureReply;
import org.vestibule.platform.capture.request.CaptureRequest;
import org.vestibule.platform.json.Json;

/** Creating one record, by a client or by a one-time token that was made for one. */
@Singleton
public class Creations {
  private final Calls calls;
  private final CallerAuthentication authentication;
  private final CreationTokens tokens;
  private final RecordService records;

  /** Takes the steps of a creation. */
  public Creations(
      Calls calls,
      CallerAuthentication authentication,
      CreationTokens tokens,
      RecordService records) {
    this.calls = calls;
    this.authentication = authentication;
    this.tokens = tokens;
    this.records = records;
  }

  Uni<Response> create(RoutingContext routing) {
    return calls.writing(routing, this::caller).chain(this::create);
  }

  private Uni<Caller> caller(CaptureRequest request) {
    return CreationTokens.in(request)
        .map(token -> tokens.holder(request, token))
        .orElseGet(() -> authentication.authenticate(request, CaptureOperation.ENTITY_CREATE));
  }

  private Uni<Response> create(Call call) {
    call.typeName();
    ObjectNode attributes = call.arguments().object("attributes");
    boolean include = call.arguments().flag("include_record");
    return calls
        .typed(call)
        .chain(typed -> store(typed, attributes).map(record -> created(typed, record, include)));
  }

  private Uni<StoredRecord> store(TypedCall call, ObjectNode attributes) {
    Optional<String> token = CreationTokens.in(call.call().request());
    return token
        .map(it -> store(call, attributes, it))
        .orElseGet(
            () -> records.create(call.type(), call.sight().writable(), attributes, call.context()));
  }

  /** The token is used up when everything is written and nothing can be refused any more. */
  private Uni<StoredRecord> store(TypedCall call, ObjectNode attributes, String token) {
    return records
        .create(
            call.type(),
            call.sight().writable(),
            attributes,
            call.context(),
            (tx, record) -> tokens.claim(call, token, record))
        .call(record -> tokens.confirm(call, token, record));
  }

  private static Response created(TypedCall call, StoredRecord record, boolean include) {
    ObjectNode reply = Json.object().put("id", record.id()).put("uuid", record.uuid().toString());
    if (include) {
      reply.set("result", record.fresh(call.wholeReading()));
    }
    return CaptureReply.ok(reply);
  }
}

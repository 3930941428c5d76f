package org.vestibule.entity.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.vestibule.entity.record.BulkCreateService;
import org.vestibule.entity.record.BulkOutcome;
import org.vestibule.entity.record.RecordKey;
import org.vestibule.platform.capture.caller.CaptureOperation;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.CaptureReply;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.offload.Offload;

/** Creating many records by one call. */
@Singleton
public class BulkCreation {
  private final Calls calls;
  private final BulkCreateService records;
  private final Offload offload;

  /** Takes the steps of the call, and threads that read megabytes of JSON. */
  public BulkCreation(Calls calls, BulkCreateService records, Offload offload) {
    this.calls = calls;
    this.records = records;
    this.offload = offload;
  }

  Uni<Response> create(RoutingContext routing) {
    return calls.writing(routing, CaptureOperation.ENTITY_BULK_CREATE).chain(this::create);
  }

  private Uni<Response> create(Call call) {
    call.typeName();
    call.arguments().required("all_attributes");
    return offload
        .io(() -> BulkArguments.of(call))
        .chain(arguments -> calls.typed(call).chain(typed -> create(typed, arguments)))
        .map(BulkCreation::reply);
  }

  private Uni<List<BulkOutcome>> create(TypedCall call, BulkArguments arguments) {
    return records.create(
        call.type(),
        call.sight().writable(),
        arguments.records(),
        arguments.mode(),
        arguments.deadline(),
        call.context());
  }

  private static Response reply(List<BulkOutcome> outcomes) {
    ObjectNode reply = Json.object();
    ArrayNode uuids = reply.putArray("uuid_results");
    ArrayNode ids = reply.putArray("results");
    for (BulkOutcome outcome : outcomes) {
      outcome.stored().ifPresent(key -> add(key, uuids, ids));
      outcome.refusal().map(BulkCreation::error).ifPresent(it -> add(it, uuids, ids));
    }
    return CaptureReply.ok(reply);
  }

  private static void add(RecordKey key, ArrayNode uuids, ArrayNode ids) {
    uuids.add(key.uuid().toString());
    ids.add(key.id());
  }

  private static void add(ObjectNode error, ArrayNode uuids, ArrayNode ids) {
    uuids.add(error);
    ids.add(error);
  }

  private static ObjectNode error(CaptureProblem problem) {
    ObjectNode error = Json.object().put("stat", "error");
    error.put("code", problem.code().code()).put("error", problem.code().error());
    error.put("error_description", problem.description());
    return error.setAll(problem.members());
  }
}

package org.vestibule.entity.api;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.vestibule.entity.filter.Filter;
import org.vestibule.entity.record.BulkRemovalService;
import org.vestibule.entity.record.RecordReader;
import org.vestibule.entity.type.Conditions;
import org.vestibule.platform.capture.caller.CaptureOperation;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.CaptureReply;
import org.vestibule.platform.json.Json;

/** Removing many records by one call; without a commit nothing is removed. */
@Singleton
public class BulkRemoval {
  private static final String FILTER = "filter";
  private static final String COMMIT = "commit";

  private final Calls calls;
  private final Conditions conditions;
  private final RecordReader reader;
  private final BulkRemovalService records;

  /** Takes the steps of the calls. */
  public BulkRemoval(
      Calls calls, Conditions conditions, RecordReader reader, BulkRemovalService records) {
    this.calls = calls;
    this.conditions = conditions;
    this.reader = reader;
    this.records = records;
  }

  Uni<Response> bulkDelete(RoutingContext routing) {
    return calls.writing(routing, CaptureOperation.ENTITY_PURGE).chain(this::bulkDelete);
  }

  private Uni<Response> bulkDelete(Call call) {
    call.typeName();
    String filter = filter(call.arguments());
    boolean commit = call.arguments().flag(COMMIT);
    Optional<Duration> limit = SearchArguments.timeLimit(call.arguments());
    return calls
        .typed(call)
        .chain(typed -> bulkDelete(typed, where(typed, filter), limit, commit))
        .map(total -> CaptureReply.ok(Json.object().put("total_count", total)));
  }

  private Uni<Long> bulkDelete(
      TypedCall call, Filter where, Optional<Duration> limit, boolean commit) {
    return commit
        ? records.remove(call.type(), where, limit, call.context())
        : reader.count(call.type(), where, limit);
  }

  Uni<Response> purge(RoutingContext routing) {
    return calls.writing(routing, CaptureOperation.ENTITY_PURGE).chain(this::purge);
  }

  private Uni<Response> purge(Call call) {
    call.typeName();
    boolean commit = call.arguments().requiredFlag(COMMIT);
    Optional<Duration> limit = SearchArguments.timeLimit(call.arguments());
    return calls
        .typed(call)
        .chain(typed -> purge(typed, limit, commit))
        .replaceWith(CaptureReply::ok);
  }

  private Uni<Void> purge(TypedCall call, Optional<Duration> limit, boolean commit) {
    return commit
        ? records.remove(call.type(), Filter.ALL, limit, call.context()).replaceWithVoid()
        : Uni.createFrom().voidItem();
  }

  private Filter where(TypedCall call, String filter) {
    return conditions.parse(call.type(), call.sight().readable(), filter);
  }

  /** A filter of blanks would fit every record; this must be said, by a purge. */
  private static String filter(Arguments arguments) {
    String filter = arguments.required(FILTER);
    if (filter.isBlank()) {
      throw CaptureProblem.missingArgument(FILTER).exception();
    }
    return filter;
  }
}

package org.vestibule.entity.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.vestibule.entity.date.WireDates;
import org.vestibule.entity.filter.Filter;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.record.PasswordView;
import org.vestibule.entity.record.Reading;
import org.vestibule.entity.record.Sight;
import org.vestibule.entity.record.VersionReader;
import org.vestibule.entity.schema.Schema;
import org.vestibule.entity.schema.SharedAttributes;
import org.vestibule.entity.type.Conditions;
import org.vestibule.entity.type.KeptVersions;
import org.vestibule.entity.type.PastType;
import org.vestibule.entity.type.PastTypes;
import org.vestibule.platform.capture.caller.CaptureOperation;
import org.vestibule.platform.capture.problem.CaptureCode;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.CaptureReply;
import org.vestibule.platform.json.Json;

/** Showing what records and entity types were (entity.md 11), where an application keeps it. */
@Singleton
public class Versions {
  private static final int MOST_TIMES = 1_000;
  private static final int TIMES = 10;

  private final Calls calls;
  private final Conditions conditions;
  private final KeptVersions kept;
  private final PastTypes types;
  private final VersionReader records;

  /** Takes the steps of the calls. */
  public Versions(
      Calls calls,
      Conditions conditions,
      KeptVersions kept,
      PastTypes types,
      VersionReader records) {
    this.calls = calls;
    this.conditions = conditions;
    this.kept = kept;
    this.types = types;
    this.records = records;
  }

  Uni<Response> entity(RoutingContext routing) {
    return calls.reading(routing, CaptureOperation.VERSIONS).chain(this::entity);
  }

  private Uni<Response> entity(Call call) {
    call.typeName();
    Filter where = VersionArguments.record(call.arguments());
    Instant time = VersionArguments.time(call.arguments(), conditions);
    boolean withSchema = call.arguments().flag("include_schema");
    return open(call)
        .chain(
            typed ->
                types
                    .at(typed.type(), time)
                    .chain(past -> entity(typed, past, where, time, withSchema)));
  }

  private Uni<Response> entity(
      TypedCall call, PastType past, Filter where, Instant time, boolean withSchema) {
    return records
        .at(past.type(), where, time)
        .map(record -> record.tree(reading(call, past)))
        .map(tree -> Json.object().<ObjectNode>set("result", tree))
        .map(reply -> withSchema ? reply.setAll(TypeReplies.members(past.type())) : reply)
        .map(reply -> CaptureReply.ok((ObjectNode) reply));
  }

  /**
   * What a caller sees: everything, or, for one who may not see everything today, what is open to
   * it today; so nothing that was removed meanwhile comes back.
   */
  private static Reading reading(TypedCall call, PastType past) {
    Schema then = past.type().schema();
    Schema readable = call.sight().readable();
    Schema seen = readable == call.type().schema() ? then : SharedAttributes.of(then, readable);
    return Reading.of(then, new Sight(seen, seen, PasswordView.TYPE));
  }

  Uni<Response> list(RoutingContext routing) {
    return calls.reading(routing, CaptureOperation.VERSIONS).chain(this::list);
  }

  private Uni<Response> list(Call call) {
    call.typeName();
    Filter where = VersionArguments.record(call.arguments());
    int limit = (int) call.arguments().number("max_results", TIMES, 1, MOST_TIMES);
    return open(call)
        .chain(typed -> records.times(typed.type(), where, limit))
        .map(Versions::times)
        .map(CaptureReply::ok);
  }

  private static ObjectNode times(List<Instant> times) {
    ArrayNode results = Json.array();
    times.forEach(it -> results.addObject().put("timestamp", WireDates.timestamp(it)));
    return Json.object().set("results", results);
  }

  Uni<Response> entityType(RoutingContext routing) {
    return calls.reading(routing, CaptureOperation.VERSIONS).chain(this::entityType);
  }

  private Uni<Response> entityType(Call call) {
    call.typeName();
    Instant time = VersionArguments.time(call.arguments(), conditions);
    return open(call)
        .chain(typed -> types.at(typed.type(), time))
        .invoke(past -> requireKnown(past, time))
        .map(past -> TypeReplies.schema(past.type()));
  }

  private static void requireKnown(PastType past, Instant time) {
    if (time.isBefore(past.since())) {
      throw Violations.recordNotFound();
    }
  }

  /** The type of a call, whose versions must be kept. */
  private Uni<TypedCall> open(Call call) {
    return calls
        .typed(call)
        .call(typed -> kept.of(typed.type()).invoke(Versions::requireKept).replaceWithVoid());
  }

  private static void requireKept(int versions) {
    if (versions == 0) {
      throw CaptureProblem.of(
              CaptureCode.API_FEATURE_DISABLED, "versions of this entity type are not kept")
          .exception();
    }
  }
}

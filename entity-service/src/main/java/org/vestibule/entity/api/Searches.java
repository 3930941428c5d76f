package org.vestibule.entity.api;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.vestibule.entity.filter.Filter;
import org.vestibule.entity.filter.Order;
import org.vestibule.entity.record.Reading;
import org.vestibule.entity.record.RecordReader;
import org.vestibule.entity.record.Search;
import org.vestibule.entity.record.StoredRecord;
import org.vestibule.entity.type.Conditions;
import org.vestibule.platform.capture.caller.CaptureOperation;
import org.vestibule.platform.capture.request.CaptureReply;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.offload.Offload;

/** Searching and counting records. */
@Singleton
public class Searches {
  private static final long NOT_COUNTED = -1;
  private static final int LARGE_PAGE = 500;

  private final Calls calls;
  private final Conditions conditions;
  private final RecordReader reader;
  private final Offload offload;

  /** Takes the steps of a search. */
  public Searches(Calls calls, Conditions conditions, RecordReader reader, Offload offload) {
    this.calls = calls;
    this.conditions = conditions;
    this.reader = reader;
    this.offload = offload;
  }

  Uni<Response> find(RoutingContext routing) {
    return calls.reading(routing, CaptureOperation.ENTITY_FIND).chain(this::find);
  }

  private Uni<Response> find(Call call) {
    SearchArguments arguments = SearchArguments.of(call);
    return calls.typed(call).chain(typed -> find(typed, arguments));
  }

  private Uni<Response> find(TypedCall call, SearchArguments arguments) {
    Search search =
        new Search(
            filter(call, arguments.filter()),
            Order.of(arguments.order(), call.sight().readable()),
            arguments.limit(),
            arguments.offset(),
            Readings.of(call, arguments.attributes()));
    return reader
        .search(call.type(), search, arguments.timeLimit())
        .chain(
            records ->
                total(call, search, arguments)
                    .chain(total -> reply(records, search.reading(), total)));
  }

  /** Large pages are written away from the event loop. */
  private Uni<Response> reply(List<StoredRecord> records, Reading reading, long total) {
    return records.size() > LARGE_PAGE
        ? offload.io(() -> Replies.results(records, reading, total))
        : Uni.createFrom().item(Replies.results(records, reading, total));
  }

  private Uni<Long> total(TypedCall call, Search search, SearchArguments arguments) {
    return arguments.withTotal()
        ? reader.count(call.type(), search.where(), arguments.timeLimit())
        : Uni.createFrom().item(NOT_COUNTED);
  }

  Uni<Response> count(RoutingContext routing) {
    return calls.reading(routing, CaptureOperation.ENTITY_COUNT).chain(this::count);
  }

  private Uni<Response> count(Call call) {
    String filter = call.arguments().text("filter").orElse("");
    call.typeName();
    return calls
        .typed(call)
        .chain(
            typed ->
                reader.count(
                    typed.type(),
                    filter(typed, filter),
                    SearchArguments.timeLimit(call.arguments())))
        .map(total -> CaptureReply.ok(Json.object().put("total_count", total)));
  }

  private Filter filter(TypedCall call, String text) {
    return conditions.parse(call.type(), call.sight().readable(), text);
  }
}

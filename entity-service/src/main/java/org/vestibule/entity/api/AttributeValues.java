package org.vestibule.entity.api;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.record.Page;
import org.vestibule.entity.record.RecordReader;
import org.vestibule.entity.schema.AttributePath;
import org.vestibule.entity.schema.Located;
import org.vestibule.entity.schema.Schema;
import org.vestibule.platform.capture.caller.CaptureOperation;
import org.vestibule.platform.capture.request.CaptureReply;

/** Listing the values that an attribute has across records. */
@Singleton
public class AttributeValues {
  private static final String PATH = "attribute_path";

  private final Calls calls;
  private final RecordReader reader;

  /** Takes the steps of the call. */
  public AttributeValues(Calls calls, RecordReader reader) {
    this.calls = calls;
    this.reader = reader;
  }

  Uni<Response> values(RoutingContext routing) {
    return calls.reading(routing, CaptureOperation.ENTITY_ATTRIBUTE_VALUES).chain(this::values);
  }

  private Uni<Response> values(Call call) {
    call.typeName();
    String path = call.arguments().required(PATH);
    Page page = SearchArguments.page(call.arguments());
    Optional<Duration> limit = SearchArguments.timeLimit(call.arguments());
    return calls
        .typed(call)
        .chain(
            typed ->
                reader.values(typed.type(), located(typed.sight().readable(), path), page, limit))
        .map(AttributeValues::reply);
  }

  private static Located located(Schema readable, String text) {
    AttributePath path =
        AttributePath.parse(text).orElseThrow(() -> Violations.unknownAttribute("/" + text));
    Located located =
        Located.in(readable, path).orElseThrow(() -> Violations.unknownAttribute(path.wireName()));
    if (path.selectsElement()
        || located.target().filter(it -> it.type().isComparable()).isEmpty()) {
      throw Violations.invalidArgument(PATH, "it does not name an attribute with single values");
    }
    return located;
  }

  private static Response reply(List<String> values) {
    return CaptureReply.okText(
        "{\"stat\":\"ok\",\"result_count\":%d,\"results\":[%s]}"
            .formatted(values.size(), String.join(",", values)));
  }
}

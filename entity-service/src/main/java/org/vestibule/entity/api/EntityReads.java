package org.vestibule.entity.api;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.vestibule.entity.record.Reading;
import org.vestibule.entity.record.RecordReader;
import org.vestibule.entity.record.Selected;
import org.vestibule.entity.record.StoredRecord;
import org.vestibule.entity.record.Target;
import org.vestibule.entity.type.Conditions;
import org.vestibule.platform.capture.caller.CaptureOperation;
import org.vestibule.platform.json.Json;

/** Reading one record. */
@Singleton
public class EntityReads {
  private static final String PLACE = "attribute_name";

  private final Calls calls;
  private final Conditions conditions;
  private final RecordReader reader;
  private final PasswordCheck passwordCheck;

  /** Takes the steps of a read. */
  public EntityReads(
      Calls calls, Conditions conditions, RecordReader reader, PasswordCheck passwordCheck) {
    this.calls = calls;
    this.conditions = conditions;
    this.reader = reader;
    this.passwordCheck = passwordCheck;
  }

  Uni<Response> entity(RoutingContext routing) {
    return calls.reading(routing, CaptureOperation.ENTITY).map(this::wanted).chain(this::read);
  }

  private Wanted wanted(Call call) {
    call.typeName();
    Arguments arguments = call.arguments();
    Locator locator = Locator.of(call, conditions);
    PasswordCheck.requireBoth(arguments);
    arguments.exclude("attributes", PLACE);
    return new Wanted(call, locator, arguments.texts("attributes"), arguments.text(PLACE));
  }

  private Uni<Response> read(Wanted wanted) {
    return calls.typed(wanted.call()).chain(call -> read(call, wanted));
  }

  private Uni<Response> read(TypedCall call, Wanted wanted) {
    Reading reading = Readings.of(call, wanted.attributes());
    Selected selected = wanted.locator().in(call);
    Optional<Target> place = wanted.place().map(it -> Target.parse(it, call.sight().readable()));
    return reader
        .require(call.type(), selected.where(), reading)
        .invoke(record -> record.check(selected.expected()))
        .call(record -> passwordCheck.check(call, record))
        .map(record -> Replies.result(text(record, reading, place)));
  }

  private static String text(StoredRecord record, Reading reading, Optional<Target> place) {
    return place
        .map(it -> Json.write(record.value(reading, it)))
        .orElseGet(() -> record.text(reading));
  }

  private record Wanted(
      Call call, Locator locator, Optional<List<String>> attributes, Optional<String> place) {}
}

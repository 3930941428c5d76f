package org.vestibule.entity.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.vestibule.entity.record.ChangedRecord;
import org.vestibule.entity.record.RecordService;
import org.vestibule.entity.record.Replacement;
import org.vestibule.entity.record.Selected;
import org.vestibule.entity.record.StoredRecord;
import org.vestibule.entity.record.Target;
import org.vestibule.entity.schema.Schema;
import org.vestibule.entity.type.Conditions;
import org.vestibule.platform.capture.caller.CaptureOperation;
import org.vestibule.platform.capture.request.CaptureReply;

/** Changing and removing one record. */
@Singleton
public class EntityWrites {
  private static final String PLACE = "attribute_name";
  private static final String INCLUDE = "include_record";

  private final Calls calls;
  private final Conditions conditions;
  private final RecordService records;
  private final PasswordChanges passwords;

  /** Takes the steps of a write. */
  public EntityWrites(
      Calls calls, Conditions conditions, RecordService records, PasswordChanges passwords) {
    this.calls = calls;
    this.conditions = conditions;
    this.records = records;
    this.passwords = passwords;
  }

  Uni<Response> update(RoutingContext routing) {
    return calls
        .writing(routing, CaptureOperation.ENTITY_UPDATE)
        .chain(call -> change(call, this::merge));
  }

  Uni<Response> replace(RoutingContext routing) {
    return calls
        .writing(routing, CaptureOperation.ENTITY_REPLACE)
        .chain(call -> change(call, this::replace));
  }

  private Uni<Response> change(Call call, Write write) {
    call.typeName();
    Locator locator = Locator.of(call, conditions);
    NewContent content = NewContent.of(call.arguments());
    boolean include = call.arguments().flag(INCLUDE);
    return calls
        .typed(call)
        .chain(
            typed ->
                write
                    .of(typed, locator.in(typed), content)
                    .map(changed -> changed(typed, changed.record(), include)));
  }

  private Uni<ChangedRecord> merge(TypedCall call, Selected selected, NewContent content) {
    ObjectNode attributes = content.in(call.sight().writable());
    return passwords.around(
        call,
        attributes,
        more ->
            records.changed(
                call.type(), call.sight().writable(), selected, attributes, more, call.context()));
  }

  private Uni<ChangedRecord> replace(TypedCall call, Selected selected, NewContent content) {
    Schema writable = call.sight().writable();
    Replacement replacement =
        new Replacement(writable, content.target(writable), call.type().terms().rules());
    ObjectNode attributes = content.in(writable);
    return passwords.around(
        call,
        replacement.place(),
        attributes,
        more ->
            records.replaced(call.type(), replacement, selected, attributes, more, call.context()));
  }

  Uni<Response> delete(RoutingContext routing) {
    return calls.writing(routing, CaptureOperation.ENTITY_DELETE).chain(this::delete);
  }

  private Uni<Response> delete(Call call) {
    call.typeName();
    Locator locator = Locator.of(call, conditions);
    String place = call.arguments().text(PLACE).orElse("");
    return calls
        .typed(call)
        .chain(typed -> delete(typed, locator, Target.parse(place, typed.sight().writable())))
        .replaceWith(CaptureReply::ok);
  }

  private Uni<Void> delete(TypedCall call, Locator locator, Target place) {
    return place.isRecord()
        ? records.delete(call.type(), locator.in(call), call.context())
        : records
            .clear(call.type(), call.sight().writable(), locator.in(call), place, call.context())
            .replaceWithVoid();
  }

  private static Response changed(TypedCall call, StoredRecord record, boolean include) {
    return include ? Replies.result(record.freshText(call.wholeReading())) : CaptureReply.ok();
  }

  /** One way to bring new content into a record. */
  private interface Write {
    Uni<ChangedRecord> of(TypedCall call, Selected selected, NewContent content);
  }
}

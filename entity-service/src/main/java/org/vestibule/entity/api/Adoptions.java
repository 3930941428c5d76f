package org.vestibule.entity.api;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.vestibule.entity.filter.Filter;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.record.Adoption;
import org.vestibule.entity.record.AdoptionService;
import org.vestibule.entity.record.Target;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.platform.capture.caller.CaptureOperation;
import org.vestibule.platform.capture.request.CaptureReply;

/** Moving elements of plurals between records. */
@Singleton
public class Adoptions {
  private static final String PARENT = "id";
  private static final String PLACE = "attribute_name";
  private static final String CHILD = "child_id";

  private final Calls calls;
  private final AdoptionService records;

  /** Takes the steps of the call. */
  public Adoptions(Calls calls, AdoptionService records) {
    this.calls = calls;
    this.records = records;
  }

  Uni<Response> adopt(RoutingContext routing) {
    return calls.writing(routing, CaptureOperation.ENTITY_ADOPT).chain(this::adopt);
  }

  private Uni<Response> adopt(Call call) {
    call.typeName();
    Filter parent = parent(call);
    String place = call.arguments().required(PLACE);
    long child = number(call.arguments(), CHILD);
    return calls
        .typed(call)
        .chain(
            typed ->
                records.adopt(
                    typed.type(),
                    parent,
                    holders(call, parent),
                    new Adoption(plural(typed, place), child),
                    typed.context()))
        .replaceWith(CaptureReply::ok);
  }

  private static Filter parent(Call call) {
    return call.caller()
        .token()
        .map(grant -> Filter.byUuid(grant.recordUuid()))
        .orElseGet(() -> Filter.byId(number(call.arguments(), PARENT)));
  }

  /** A token opens its own record only: nobody takes from others what they sign in by. */
  private static Filter holders(Call call, Filter parent) {
    return call.caller().isToken() ? parent : Filter.ALL;
  }

  /** The plural; an element moves with all that it has, so the writer must be let to all of it. */
  private static Target plural(TypedCall call, String place) {
    Target plural = Target.parse(place, call.sight().writable());
    boolean isPlural = !plural.isRecord() && plural.attribute().type() == AttributeType.PLURAL;
    if (!isPlural || plural.located().path().selectsElement()) {
      throw Violations.invalidArgument(PLACE, "it does not name a plural of the record");
    }
    Target whole = Target.parse(place, call.type().schema());
    if (!whole.attribute().equals(plural.attribute())) {
      throw Violations.unknownAttribute(plural.located().path().wireName());
    }
    return whole;
  }

  private static long number(Arguments arguments, String name) {
    arguments.required(name);
    return arguments.number(name, 0, 0, Long.MAX_VALUE);
  }
}

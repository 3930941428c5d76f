package org.vestibule.entity.social;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.vestibule.entity.filter.Filter;
import org.vestibule.entity.record.Expected;
import org.vestibule.entity.record.RecordReader;
import org.vestibule.entity.record.RecordService;
import org.vestibule.entity.record.RecordState;
import org.vestibule.entity.record.Selected;
import org.vestibule.entity.record.Target;
import org.vestibule.entity.signin.SignInMarks;
import org.vestibule.entity.social.SocialOutcome.Deactivated;
import org.vestibule.entity.social.SocialOutcome.Nothing;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.json.Json;

/** Gives social identities to records and takes them away. */
@Singleton
public class SocialLinkService {
  private final RecordReader reader;
  private final RecordService records;
  private final SignInMarks marks;

  /** Takes the steps of a change. */
  public SocialLinkService(RecordReader reader, RecordService records, SignInMarks marks) {
    this.reader = reader;
    this.records = records;
    this.marks = marks;
  }

  /** Gives a record an identity that no record has (361). */
  public Uni<SocialOutcome> link(EntityType type, SocialLink request, CallContext call) {
    return reader
        .stateOf(type, Filter.byUuid(request.uuid()))
        .chain(
            found ->
                found
                    .map(state -> link(type, state, request, call))
                    .orElseGet(() -> Uni.createFrom().item(Nothing.GONE)));
  }

  private Uni<SocialOutcome> link(
      EntityType type, RecordState state, SocialLink request, CallContext call) {
    return Uni.createFrom()
        .deferred(
            () -> records.amend(type, state, now -> values(type, now, request), Set.of(), call))
        .map(record -> SocialSignInService.admitted(type, record, request.clientId()))
        .onFailure(Overtaken.class)
        .recoverWithItem(failure -> ((Overtaken) failure).outcome());
  }

  private ObjectNode values(EntityType type, RecordState now, SocialLink request) {
    if (new SocialRecord(now).isDeactivated()) {
      throw new Overtaken(new Deactivated(now.uuid()));
    }
    ObjectNode values =
        request.signsIn() ? marks.of(type.schema(), now.doc(), request.clientId()) : Json.object();
    entry(type, now, request).ifPresent(it -> values.putArray(SocialEntry.PROFILES).add(it));
    return values;
  }

  private static Optional<ObjectNode> entry(EntityType type, RecordState now, SocialLink request) {
    return request.signsIn()
        ? request.entry().put(type.schema(), now.doc())
        : Optional.of(request.entry().added(type.schema(), now.doc()));
  }

  /** Takes an identity from a record, unless nothing else lets the person in. */
  public Uni<SocialOutcome> unlink(EntityType type, SocialUnlink request, CallContext call) {
    Selected selected = new Selected(Filter.byUuid(request.uuid()), Expected.ANYTHING);
    return records
        .without(type, selected, now -> element(type, now, request.identifier()), call)
        .<SocialOutcome>map(changed -> Nothing.REMOVED)
        .onFailure(Overtaken.class)
        .recoverWithItem(failure -> ((Overtaken) failure).outcome());
  }

  /** Decided while the record is locked, so that two removals cannot both be the last but one. */
  private static Target element(EntityType type, RecordState now, String identifier) {
    ObjectNode element =
        new SocialEntry(identifier, Json.object())
            .in(now.doc())
            .orElseThrow(() -> new Overtaken(Nothing.NONE));
    if (!new SocialRecord(now).hasOtherWayIn()) {
      throw new Overtaken(Nothing.LAST);
    }
    String place = SocialEntry.PROFILES + "#" + element.path("id").longValue();
    return Target.parse(place, type.schema());
  }
}

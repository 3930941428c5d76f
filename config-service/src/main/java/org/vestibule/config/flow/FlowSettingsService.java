package org.vestibule.config.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.vestibule.config.client.Caller;
import org.vestibule.config.flow.document.FlowDocument;
import org.vestibule.config.flow.wire.FlowError;
import org.vestibule.config.flow.wire.Members;
import org.vestibule.config.wire.JsonBody;
import org.vestibule.platform.json.Json;

/** Changes which entity types a flow serves and what browsers store of a profile (4.3). */
@Singleton
class FlowSettingsService {
  private static final String USER_DATA = "userData";
  private static final String SCHEMAS = "schemas";
  private static final int MOST = 200;

  private final FlowService flows;
  private final FlowChangeService changes;
  private final FlowSchemas schemas;

  FlowSettingsService(FlowService flows, FlowChangeService changes, FlowSchemas schemas) {
    this.flows = flows;
    this.changes = changes;
    this.schemas = schemas;
  }

  Uni<Changed> change(Caller caller, FlowCall call) {
    return flows
        .require(caller.applicationId(), call.flow())
        .map(head -> changed(head.document(), JsonBody.of(call.request())))
        .chain(wanted -> schemas.of(caller.applicationId(), wanted))
        .chain(known -> changes.change(caller, call, head -> edited(head, call, known)));
  }

  private static Edited edited(FlowHead head, FlowCall call, Schemas schemas) {
    FlowDocument changed = changed(head.document(), JsonBody.of(call.request()));
    schemas.requireAll(changed);
    return new Edited(changed, VersionNote.UPDATED_FLOW, head.name());
  }

  private static FlowDocument changed(FlowDocument document, ObjectNode body) {
    Optional<ArrayNode> userData = names(body, USER_DATA);
    Optional<ArrayNode> schemas = names(body, SCHEMAS);
    if (userData.isEmpty() && schemas.isEmpty()) {
      throw FlowError.MISSING.exception(USER_DATA);
    }
    FlowDocument changed = userData.map(it -> document.withRoot(USER_DATA, it)).orElse(document);
    return schemas.map(it -> changed.withRoot(SCHEMAS, it)).orElse(changed);
  }

  private static Optional<ArrayNode> names(ObjectNode body, String member) {
    ArrayNode names = Json.array();
    for (JsonNode name : Members.list(body, member, MOST)) {
      if (!name.isTextual()) {
        throw FlowError.MUST_BE.at(member, "a list of names");
      }
      names.add(name);
    }
    if (names.isEmpty() && member.equals(SCHEMAS) && body.path(member).isArray()) {
      throw FlowError.MUST_BE.at(member, "a list of at least one name");
    }
    return Optional.of(names).filter(it -> body.path(member).isArray());
  }
}

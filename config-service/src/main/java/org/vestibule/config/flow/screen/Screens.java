package org.vestibule.config.flow.screen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vestibule.config.flow.Edited;
import org.vestibule.config.flow.FlowEdit;
import org.vestibule.config.flow.FlowHead;
import org.vestibule.config.flow.VersionNote;
import org.vestibule.config.flow.document.FlowDocument;
import org.vestibule.config.flow.document.Section;
import org.vestibule.config.flow.wire.FlowError;
import org.vestibule.config.flow.wire.Members;
import org.vestibule.config.wire.JsonBody;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.json.Json;

/** Screens on the wire and their changes (configuration.md 9). */
final class Screens {
  private static final String BELOW = "/screens";
  private static final String KIND = "Screen";
  private static final String NOTE = "screen";
  private static final String MODAL = "modal";
  private static final String HAS_USER_DATA = "hasUserData";

  private Screens() {}

  static JsonNode list(FlowHead head) {
    return head.list(BELOW, head.document().all(Section.SCREEN).keySet());
  }

  static ObjectNode one(FlowHead head, String name) {
    ObjectNode json = Json.object().put("_self", head.path(BELOW + "/" + name)).put("name", name);
    return json.setAll(require(head, name));
  }

  private static ObjectNode require(FlowHead head, String name) {
    return head.document()
        .find(Section.SCREEN, name)
        .orElseThrow(FlowError.SCREEN_NOT_FOUND::exception);
  }

  static FlowEdit create(EdgeRequest request) {
    return head -> {
      ObjectNode body = JsonBody.of(request);
      String name = Members.name(body, KIND);
      ObjectNode screen = screen(body, Members.flag(body, HAS_USER_DATA));
      if (head.document().find(Section.SCREEN, name).isPresent()) {
        throw FlowError.EXISTS.exception(KIND, name);
      }
      FlowDocument changed = head.document().with(Section.SCREEN, name, screen);
      return new Edited(changed, VersionNote.added(NOTE, name), name);
    };
  }

  static FlowEdit replace(EdgeRequest request, String name) {
    return head -> {
      ObjectNode present = require(head, name);
      ObjectNode body = JsonBody.of(request);
      Members.text(body, "name");
      Members.requireSameName(body, KIND, name);
      boolean kept = present.path(HAS_USER_DATA).asBoolean();
      ObjectNode screen = screen(body, Members.flag(body, HAS_USER_DATA, kept));
      FlowDocument changed = head.document().with(Section.SCREEN, name, screen);
      return new Edited(changed, VersionNote.updated(NOTE, name), name);
    };
  }

  private static ObjectNode screen(ObjectNode body, boolean hasUserData) {
    return Json.object().put(MODAL, Members.flag(body, MODAL)).put(HAS_USER_DATA, hasUserData);
  }

  static FlowEdit delete(String name) {
    return head -> {
      require(head, name);
      FlowDocument changed = head.document().without(Section.SCREEN, name);
      return new Edited(changed, VersionNote.removed(NOTE, name), name);
    };
  }
}

package org.vestibule.config.flow.field;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vestibule.config.flow.Edited;
import org.vestibule.config.flow.FlowEdit;
import org.vestibule.config.flow.FlowHead;
import org.vestibule.config.flow.Items;
import org.vestibule.config.flow.Schemas;
import org.vestibule.config.flow.VersionNote;
import org.vestibule.config.flow.document.FlowDocument;
import org.vestibule.config.flow.document.Section;
import org.vestibule.config.flow.document.TextSlots;
import org.vestibule.config.flow.wire.FlowError;
import org.vestibule.config.flow.wire.Members;
import org.vestibule.config.wire.JsonBody;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.json.Json;

/** Changes of fields (configuration.md 5.6-5.8 and 7.3). */
final class FieldEdits {
  private static final String KIND = "Field";
  private static final String NOTE = "field";

  private FieldEdits() {}

  static FlowEdit create(
      EdgeRequest request, Schemas schemas, Function<FlowDocument, TextSlots> slots) {
    return head -> {
      TextSlots texts = slots.apply(head.document());
      ObjectNode body = JsonBody.of(request);
      String name = newName(head, body);
      String type = Members.text(body, "type");
      if (!FieldTypes.isField(type)) {
        throw FlowError.NOT_A_FIELD_TYPE.at("type", type);
      }
      ObjectNode field = new FieldBody(schemas, texts, Json.object()).read(type, body);
      FlowDocument changed = texts.document().with(Section.ITEM, name, field);
      return new Edited(changed, VersionNote.added(NOTE, name), name);
    };
  }

  private static String newName(FlowHead head, ObjectNode body) {
    String name = Members.name(body, KIND);
    ControlNames.requireFree(head.document(), KIND, name);
    return name;
  }

  static FlowEdit replace(
      EdgeRequest request, String name, Schemas schemas, Function<FlowDocument, TextSlots> slots) {
    return head -> {
      TextSlots texts = slots.apply(head.document());
      ObjectNode present = FieldViews.require(head, name);
      ObjectNode body = JsonBody.of(request);
      Members.requireSameName(body, KIND, name);
      String type = Items.type(present);
      if (!Members.optionalText(body, "type").orElse(type).equals(type)) {
        throw FlowError.TYPE_FIXED.at("type");
      }
      ObjectNode field = new FieldBody(schemas, texts, present).read(type, body);
      FlowDocument changed = texts.document().with(Section.ITEM, name, field);
      return new Edited(changed, VersionNote.updated(NOTE, name), name);
    };
  }

  static FlowEdit delete(String name, boolean force) {
    return head -> {
      FieldViews.require(head, name);
      if (!force) {
        Items.requireUnused(head.document(), KIND, name);
      }
      FlowDocument changed = withoutRulesOn(Items.remove(head.document(), name), name);
      return new Edited(changed, VersionNote.removed(NOTE, name), name);
    };
  }

  /** A rule that compares with a field which is gone could never be kept. */
  private static FlowDocument withoutRulesOn(FlowDocument document, String name) {
    List<String> fields = new ArrayList<>();
    for (Map.Entry<String, ObjectNode> item : document.all(Section.ITEM).entrySet()) {
      if (FieldRules.mention(item.getValue().path("validation"), name)) {
        fields.add(item.getKey());
      }
    }
    FlowDocument changed = document;
    for (String field : fields) {
      ObjectNode body = changed.find(Section.ITEM, field).orElseThrow().deepCopy();
      ((ArrayNode) body.get("validation")).removeIf(rule -> FieldRules.mentions(rule, name));
      changed = changed.with(Section.ITEM, field, body);
    }
    return changed;
  }
}

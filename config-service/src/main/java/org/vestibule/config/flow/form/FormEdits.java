package org.vestibule.config.flow.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vestibule.config.flow.Edited;
import org.vestibule.config.flow.FlowEdit;
import org.vestibule.config.flow.FlowHead;
import org.vestibule.config.flow.Items;
import org.vestibule.config.flow.VersionNote;
import org.vestibule.config.flow.document.KeyedTexts;
import org.vestibule.config.flow.document.NewKeys;
import org.vestibule.config.flow.document.Section;
import org.vestibule.config.flow.field.ControlNames;
import org.vestibule.config.flow.wire.FlowError;
import org.vestibule.config.flow.wire.Members;
import org.vestibule.config.wire.JsonBody;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.json.Json;

/** Changes of forms (configuration.md 6.3-6.5). */
final class FormEdits {
  private static final String KIND = "Form";
  private static final String NOTE = "form";

  private FormEdits() {}

  static FlowEdit create(EdgeRequest request, NewKeys keys) {
    return head -> {
      ObjectNode body = JsonBody.of(request);
      String name = newName(head, body);
      ObjectNode form = Json.object().put("type", Items.FORM).put("action", FormBody.action(body));
      return stored(head, name, form, body, keys, VersionNote.added(NOTE, name));
    };
  }

  private static String newName(FlowHead head, ObjectNode body) {
    String name = Members.name(body, KIND);
    ControlNames.requireFree(head.document(), KIND, name);
    return name;
  }

  static FlowEdit replace(EdgeRequest request, String name, NewKeys keys) {
    return head -> {
      ObjectNode form = FormViews.require(head, name).deepCopy();
      ObjectNode body = JsonBody.of(request);
      Members.requireSameName(body, KIND, name);
      String action = form.path("action").asText();
      if (!Members.optionalText(body, "action").orElse(action).equals(action)) {
        throw FlowError.ACTION_FIXED.at("action");
      }
      Members.require(body, "fields");
      return stored(head, name, form, body, keys, VersionNote.updated(NOTE, name));
    };
  }

  private static Edited stored(
      FlowHead head, String name, ObjectNode form, ObjectNode body, NewKeys keys, String note) {
    KeyedTexts texts = new KeyedTexts(head.document(), keys);
    FormBody reader = new FormBody(head, texts, form);
    reader.fields(body);
    reader.more(body);
    return new Edited(texts.document().with(Section.ITEM, name, form), note, name);
  }

  static FlowEdit delete(String name) {
    return head -> {
      FormViews.require(head, name);
      return new Edited(
          head.document().without(Section.ITEM, name), VersionNote.removed(NOTE, name), name);
    };
  }
}

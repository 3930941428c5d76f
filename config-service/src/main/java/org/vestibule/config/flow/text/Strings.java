package org.vestibule.config.flow.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import org.vestibule.config.flow.Edited;
import org.vestibule.config.flow.FlowEdit;
import org.vestibule.config.flow.FlowHead;
import org.vestibule.config.flow.Items;
import org.vestibule.config.flow.Schemas;
import org.vestibule.config.flow.VersionNote;
import org.vestibule.config.flow.document.FlowDocument;
import org.vestibule.config.flow.document.Locales;
import org.vestibule.config.flow.document.Section;
import org.vestibule.config.flow.document.TextSlots;
import org.vestibule.config.flow.document.TextView;
import org.vestibule.config.flow.field.ControlNames;
import org.vestibule.config.flow.wire.FlowError;
import org.vestibule.config.flow.wire.Members;
import org.vestibule.config.wire.JsonBody;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.json.Json;

/** Strings on the wire and their changes (configuration.md 8). */
final class Strings {
  private static final String BELOW = "/strings";
  private static final String KIND = "String";
  private static final String NOTE = "string";
  private static final String VALUE = "value";
  private static final String SCHEMA = "schemaId";

  private Strings() {}

  static JsonNode list(FlowHead head) {
    return head.list(BELOW, names(head));
  }

  static JsonNode list(FlowHead head, String locale) {
    Locales.require(head.document(), locale);
    return head.list("/locales/" + locale + BELOW, names(head));
  }

  private static List<String> names(FlowHead head) {
    return Items.names(head.document(), Items.STRING::equals);
  }

  static ObjectNode one(FlowHead head, String name) {
    return view(head, head.path(BELOW + "/" + name), name, TextView.keyed(head));
  }

  static ObjectNode one(FlowHead head, String locale, String name) {
    Locales.require(head.document(), locale);
    String self = head.path("/locales/" + locale + BELOW + "/" + name);
    return view(head, self, name, TextView.localized(head, locale));
  }

  private static ObjectNode view(FlowHead head, String self, String name, TextView texts) {
    ObjectNode string = require(head, name);
    ObjectNode json = Json.object().put("_self", self).put("name", name);
    if (string.has(SCHEMA)) {
      json.set(SCHEMA, string.get(SCHEMA));
    } else {
      json.set(VALUE, texts.of(string.path(VALUE).path("key").asText()));
    }
    return json;
  }

  private static ObjectNode require(FlowHead head, String name) {
    return Items.find(head.document(), name, Items.STRING::equals)
        .orElseThrow(FlowError.STRING_NOT_FOUND::exception);
  }

  static FlowEdit create(
      EdgeRequest request, Schemas schemas, Function<FlowDocument, TextSlots> slots) {
    return head -> {
      ObjectNode body = JsonBody.of(request);
      String name = Members.name(body, KIND);
      ControlNames.requireFree(head.document(), KIND, name);
      TextSlots texts = slots.apply(head.document());
      ObjectNode string = read(body, Json.object(), schemas, texts);
      return stored(texts, name, string, VersionNote.added(NOTE, name));
    };
  }

  static FlowEdit replace(
      EdgeRequest request, String name, Schemas schemas, Function<FlowDocument, TextSlots> slots) {
    return head -> {
      ObjectNode present = require(head, name);
      ObjectNode body = JsonBody.of(request);
      Members.requireSameName(body, KIND, name);
      TextSlots texts = slots.apply(head.document());
      ObjectNode string = read(body, present, schemas, texts);
      return stored(texts, name, string, VersionNote.updated(NOTE, name));
    };
  }

  private static Edited stored(TextSlots texts, String name, ObjectNode string, String note) {
    return new Edited(texts.document().with(Section.ITEM, name, string), note, name);
  }

  private static ObjectNode read(
      ObjectNode body, ObjectNode present, Schemas schemas, TextSlots texts) {
    if (body.hasNonNull(VALUE) == body.hasNonNull(SCHEMA)) {
      throw FlowError.VALUE_OR_SCHEMA.exception();
    }
    ObjectNode string = Json.object().put("type", Items.STRING);
    if (body.hasNonNull(SCHEMA)) {
      String path = Members.text(body, SCHEMA);
      schemas.requireAttribute(SCHEMA, path);
      return string.put(SCHEMA, path);
    }
    return texts
        .take(VALUE, body.get(VALUE), present.path(VALUE))
        .map(reference -> string.<ObjectNode>set(VALUE, reference))
        .orElseThrow(() -> FlowError.MISSING.exception(VALUE));
  }

  static FlowEdit delete(String name) {
    return head -> {
      require(head, name);
      return new Edited(Items.remove(head.document(), name), VersionNote.removed(NOTE, name), name);
    };
  }
}

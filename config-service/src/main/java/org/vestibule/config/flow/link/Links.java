package org.vestibule.config.flow.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import org.vestibule.config.flow.Edited;
import org.vestibule.config.flow.FlowEdit;
import org.vestibule.config.flow.FlowHead;
import org.vestibule.config.flow.Items;
import org.vestibule.config.flow.VersionNote;
import org.vestibule.config.flow.document.KeyedTexts;
import org.vestibule.config.flow.document.NewKeys;
import org.vestibule.config.flow.document.Section;
import org.vestibule.config.flow.document.TextView;
import org.vestibule.config.flow.field.ControlNames;
import org.vestibule.config.flow.field.FieldDetails;
import org.vestibule.config.flow.wire.FlowError;
import org.vestibule.config.flow.wire.Members;
import org.vestibule.config.wire.JsonBody;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.json.Json;

/** Links on the wire and their changes (configuration.md 12). */
final class Links {
  private static final String BELOW = "/links";
  private static final String KIND = "Link";
  private static final String NOTE = "link";
  private static final String HREF = "elementHref";
  private static final String TEXT = "elementText";
  private static final String TARGET = "target";

  /** Nothing that runs a script. */
  private static final Pattern ADDRESS =
      Pattern.compile("(#|/|\\?|(?i:https?://|mailto:|tel:))[^\\s\"<>]{0,2000}");

  private static final Pattern TARGET_NAME = Pattern.compile("[A-Za-z_][\\w-]{0,50}");

  private Links() {}

  static JsonNode list(FlowHead head) {
    return head.list(BELOW, Items.names(head.document(), Items.LINK::equals));
  }

  private static ObjectNode require(FlowHead head, String name) {
    return Items.find(head.document(), name, Items.LINK::equals)
        .orElseThrow(FlowError.LINK_NOT_FOUND::exception);
  }

  static ObjectNode one(FlowHead head, String name) {
    return view(head, name, TextView.keyed(head));
  }

  /** With a locale the text is shown plain. */
  static ObjectNode one(FlowHead head, String name, String locale) {
    if (locale == null || locale.isEmpty()) {
      return one(head, name);
    }
    require(head, name);
    if (!head.document().speaks(locale)) {
      throw FlowError.UNKNOWN_LOCALE.exception(locale);
    }
    return view(head, name, TextView.localized(head, locale));
  }

  private static ObjectNode view(FlowHead head, String name, TextView texts) {
    ObjectNode json = Json.object().put("_self", head.path(BELOW + "/" + name)).put("name", name);
    json.setAll(require(head, name));
    json.set(TEXT, texts.of(json.path(TEXT).path("key").asText()));
    return json.without("type");
  }

  static FlowEdit create(EdgeRequest request, NewKeys keys) {
    return head -> {
      ObjectNode body = JsonBody.of(request);
      required(body, "name");
      String name = Members.name(body, KIND);
      ObjectNode checked = required(required(body, HREF), TEXT);
      ControlNames.requireFree(head.document(), KIND, name);
      return stored(head, name, checked, keys, VersionNote.added(NOTE, name));
    };
  }

  static FlowEdit replace(EdgeRequest request, String name, NewKeys keys) {
    return head -> {
      require(head, name);
      ObjectNode body = required(required(JsonBody.of(request), HREF), TEXT);
      required(body, "name");
      Members.requireSameName(body, KIND, name);
      return stored(head, name, body, keys, VersionNote.updated(NOTE, name));
    };
  }

  private static Edited stored(
      FlowHead head, String name, ObjectNode body, NewKeys keys, String note) {
    KeyedTexts texts = new KeyedTexts(head.document(), keys);
    ObjectNode link = Json.object().put("type", Items.LINK);
    link.put(HREF, matching(ADDRESS, body, HREF, "#, a path, or an http, mailto or tel address"));
    texts
        .take(TEXT, body.path(TEXT), Json.object())
        .ifPresentOrElse(it -> link.set(TEXT, it), () -> required(Json.object(), TEXT));
    if (body.path(TARGET).isTextual()) {
      link.put(TARGET, matching(TARGET_NAME, body, TARGET, "a target such as _blank"));
    }
    FieldDetails.copy(body, "elementAttributes", link);
    return new Edited(texts.document().with(Section.ITEM, name, link), note, name);
  }

  private static ObjectNode required(ObjectNode body, String member) {
    if (body.path(member).isMissingNode() || body.path(member).isNull()) {
      throw FlowError.REQUIRED.at(member);
    }
    return body;
  }

  private static String matching(Pattern form, ObjectNode body, String member, String what) {
    String text = Members.text(body, member);
    if (!form.matcher(text).matches()) {
      throw FlowError.MUST_BE.at(member, what);
    }
    return text;
  }

  static FlowEdit delete(String name, boolean force) {
    return head -> {
      require(head, name);
      if (!force) {
        Items.requireUnused(head.document(), KIND, name);
      }
      return new Edited(Items.remove(head.document(), name), VersionNote.removed(NOTE, name), name);
    };
  }
}

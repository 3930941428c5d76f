package org.vestibule.config.flow.mailtemplate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.vestibule.config.flow.Edited;
import org.vestibule.config.flow.FlowEdit;
import org.vestibule.config.flow.FlowHead;
import org.vestibule.config.flow.VersionNote;
import org.vestibule.config.flow.document.Locales;
import org.vestibule.config.flow.document.LocalizedName;
import org.vestibule.config.flow.document.LocalizedParts;
import org.vestibule.config.flow.document.Section;
import org.vestibule.config.flow.wire.FlowError;
import org.vestibule.config.flow.wire.MediaTypes;
import org.vestibule.config.wire.JsonBody;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.json.Json;

/** Mail templates on the wire and their changes (configuration.md 11). */
final class MailTemplates {
  static final List<String> BODY_TYPES = List.of("text/html", "text/plain");
  static final List<String> SUBJECT_TYPES = List.of("text/plain");
  private static final String BELOW = "/mailTemplates";
  private static final String NOTE = "mail template";

  private MailTemplates() {}

  private static String path(FlowHead head, LocalizedName template) {
    return head.path("/locales/" + template.locale() + BELOW + "/" + template.name());
  }

  static JsonNode list(FlowHead head, String locale) {
    Locales.require(head.document(), locale);
    return head.list(
        "/locales/" + locale + BELOW,
        LocalizedParts.of(head.document(), Section.MAIL, locale).keySet());
  }

  static ObjectNode require(FlowHead head, LocalizedName template) {
    Locales.require(head.document(), template.locale());
    return head.document()
        .find(Section.MAIL, template.stored())
        .orElseThrow(FlowError.MAIL_TEMPLATE_NOT_FOUND::exception);
  }

  static ObjectNode one(FlowHead head, LocalizedName template) {
    ObjectNode stored = require(head, template);
    ObjectNode json = Json.object().put("_self", path(head, template)).put("name", template.name());
    for (MailPart part : MailPart.values()) {
      json.put(part.wireName, stored.path(part.stored).asText());
    }
    return json;
  }

  static FlowEdit replace(EdgeRequest request, LocalizedName template) {
    return edit(
        template,
        mail -> {
          ObjectNode body = JsonBody.of(request);
          for (MailPart part : MailPart.values()) {
            copy(body, part, mail);
          }
        });
  }

  /** An absent member is kept. */
  private static void copy(ObjectNode body, MailPart part, ObjectNode mail) {
    JsonNode given = body.path(part.wireName);
    if (given.isMissingNode() || given.isNull()) {
      return;
    }
    if (!given.isTextual()) {
      throw FlowError.MUST_BE.at(part.wireName, "a string");
    }
    mail.put(part.stored, part.require(given.textValue()));
  }

  static FlowEdit replaceBody(EdgeRequest request, LocalizedName template) {
    return edit(
        template,
        mail -> {
          MailPart part = MailPart.ofType(MediaTypes.sent(request, BODY_TYPES));
          mail.put(part.stored, part.require(MediaTypes.text(request)));
        });
  }

  static FlowEdit replaceSubject(EdgeRequest request, LocalizedName template) {
    return edit(
        template,
        mail -> {
          MediaTypes.sent(request, SUBJECT_TYPES);
          String subject = MailPart.SUBJECT.require(MediaTypes.text(request));
          mail.put(MailPart.SUBJECT.stored, subject);
        });
  }

  private static FlowEdit edit(LocalizedName template, Consumer<ObjectNode> change) {
    return head -> {
      ObjectNode mail = require(head, template).deepCopy();
      change.accept(mail);
      return new Edited(
          head.document().with(Section.MAIL, template.stored(), mail),
          VersionNote.updated(NOTE, template.name(), template.locale()),
          template.name());
    };
  }
}

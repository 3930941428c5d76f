package org.vestibule.config.flow.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vestibule.config.flow.Edited;
import org.vestibule.config.flow.FlowEdit;
import org.vestibule.config.flow.FlowHead;
import org.vestibule.config.flow.VersionNote;
import org.vestibule.config.flow.document.FlowDocument;
import org.vestibule.config.flow.document.Locales;
import org.vestibule.config.flow.document.LocalizedName;
import org.vestibule.config.flow.document.LocalizedParts;
import org.vestibule.config.flow.document.Section;
import org.vestibule.config.flow.wire.FlowError;
import org.vestibule.config.wire.JsonBody;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.json.Json;

/** Messages of the second factor on the wire and their changes (configuration.md 13.1). */
final class Messages {
  private static final String BELOW = "/2faMessages";
  private static final int LONGEST_SMS = 1_600;
  private static final int LONGEST = 64 * 1_024;

  private Messages() {}

  static JsonNode list(FlowHead head, String locale) {
    Locales.require(head.document(), locale);
    Map<String, ObjectNode> messages = LocalizedParts.of(head.document(), Section.MESSAGE, locale);
    if (messages.isEmpty()) {
      throw FlowError.MESSAGE_NOT_FOUND.exception();
    }
    return head.list("/locales/" + locale + BELOW, messages.keySet());
  }

  private static ObjectNode require(FlowHead head, LocalizedName message) {
    Locales.require(head.document(), message.locale());
    return head.document()
        .find(Section.MESSAGE, message.stored())
        .orElseThrow(FlowError.MESSAGE_NOT_FOUND::exception);
  }

  static ObjectNode one(FlowHead head, LocalizedName name) {
    ObjectNode stored = require(head, name);
    JsonNode email = stored.path("email");
    ObjectNode json = Json.object().put("sms", stored.path("sms").asText());
    json.putObject("email")
        .put("subject", email.path("subject").asText())
        .put("textBody", email.path("text").asText())
        .put("htmlBody", email.path("html").asText());
    return json;
  }

  static FlowEdit replace(EdgeRequest request, LocalizedName name) {
    return head -> {
      require(head, name);
      ObjectNode body = JsonBody.of(request);
      JsonNode email = body.path("email");
      ObjectNode message = Json.object().put("sms", text(body, "sms", "sms", LONGEST_SMS));
      message
          .putObject("email")
          .put("subject", line(text(email, "subject", "email.subject", LONGEST_SMS)))
          .put("text", text(email, "textBody", "email.textBody", LONGEST))
          .put("html", text(email, "htmlBody", "email.htmlBody", LONGEST));
      return new Edited(
          head.document().with(Section.MESSAGE, name.stored(), message),
          VersionNote.updated("2FA message", name.name(), name.locale()),
          name.name());
    };
  }

  private static String text(JsonNode object, String member, String path, int longest) {
    JsonNode text = object.path(member);
    if (text.isMissingNode() || text.isNull()) {
      throw FlowError.REQUIRED.at(path);
    }
    if (!text.isTextual() || text.textValue().length() > longest) {
      throw FlowError.MUST_BE.at(path, "a string of at most " + longest + " characters");
    }
    return text.textValue();
  }

  /** A line end in a subject would begin another header. */
  private static String line(String subject) {
    if (subject.chars().anyMatch(Character::isISOControl)) {
      throw FlowError.MUST_BE.at("email.subject", "one line of text");
    }
    return subject;
  }

  /** Adds what is missing in a locale and leaves the rest. */
  static FlowEdit addDefaults(String locale, Function<String, Map<String, ObjectNode>> defaults) {
    return head -> {
      Locales.require(head.document(), locale);
      FlowDocument changed = withDefaults(head.document(), locale, defaults.apply(locale));
      return new Edited(changed, "Added default 2FA messages (" + locale + ")", locale);
    };
  }

  /** The same for every locale of the flow. */
  static FlowEdit addDefaults(Function<String, Map<String, ObjectNode>> defaults) {
    return head -> {
      FlowDocument changed = head.document();
      List<String> locales = changed.locales();
      for (String locale : locales) {
        changed = withDefaults(changed, locale, defaults.apply(locale));
      }
      String all = String.join(", ", locales);
      return new Edited(changed, "Added default 2FA messages (" + all + ")", "");
    };
  }

  private static FlowDocument withDefaults(
      FlowDocument document, String locale, Map<String, ObjectNode> defaults) {
    Map<String, ObjectNode> missing = new LinkedHashMap<>();
    defaults.forEach((name, body) -> missing.put(new LocalizedName(locale, name).stored(), body));
    missing.keySet().removeAll(document.all(Section.MESSAGE).keySet());
    return document.withAll(Section.MESSAGE, missing);
  }
}

package org.vestibule.config.flow.mailtemplate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.vestibule.config.flow.FlowHead;
import org.vestibule.config.flow.document.LocalizedName;
import org.vestibule.config.flow.wire.FlowError;
import org.vestibule.config.flow.wire.Members;
import org.vestibule.config.flow.wire.WellFormed;
import org.vestibule.config.wire.JsonBody;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.template.TemplateContext;
import org.vestibule.platform.template.TemplateException;

/**
 * Shows what a mail would look like for a given profile and given settings. Stored settings are not
 * used: whoever may edit mails may not read every setting.
 */
final class MailPreview {
  private static final String EXAMPLE_LINK = "https://www.example.com/?code=example";

  private final ObjectNode body;
  private final TemplateContext context;

  private MailPreview(ObjectNode body) {
    this.body = body;
    ObjectNode settings = object("settings", Json.object().put("site_name", "Example"));
    ObjectNode user = object("user", Json.object().put("displayName", "Jo Example"));
    this.context = new TemplateContext(links(), settings, user);
  }

  /** The rendered parts; a part of the body is rendered in place of the stored one. */
  static ObjectNode of(FlowHead head, LocalizedName template, EdgeRequest request) {
    ObjectNode stored = MailTemplates.require(head, template);
    MailPreview preview = new MailPreview(JsonBody.of(request));
    ObjectNode json = Json.object();
    for (MailPart part : MailPart.values()) {
      json.put(
          part.wireName, WellFormed.text(preview.render(part, stored.path(part.stored).asText())));
    }
    return json;
  }

  private String render(MailPart part, String stored) {
    JsonNode draft = body.path(part.wireName);
    String source = draft.isTextual() ? part.require(draft.textValue()) : stored;
    try {
      return part.parse(source).render(context, part.kind);
    } catch (TemplateException tooMuch) {
      throw FlowError.TEMPLATE_OUTPUT.at(part.wireName, tooMuch.getMessage());
    }
  }

  private ObjectNode object(String member, ObjectNode otherwise) {
    JsonNode given = body.path(member);
    if (given.isMissingNode() || given.isNull()) {
      return otherwise;
    }
    if (given instanceof ObjectNode object) {
      return object;
    }
    throw FlowError.MUST_BE.at(member, "an object");
  }

  private Map<String, String> links() {
    Map<String, String> links = new HashMap<>();
    for (String name : new String[] {"email_verification_url", "password_recover_url"}) {
      links.put(name, Members.optionalText(body, name).orElse(EXAMPLE_LINK));
    }
    return links;
  }
}

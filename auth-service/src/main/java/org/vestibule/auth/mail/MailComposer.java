package org.vestibule.auth.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.vestibule.auth.form.Addresses;
import org.vestibule.platform.capture.directory.ClientView;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.template.OutputKind;
import org.vestibule.platform.template.Template;
import org.vestibule.platform.template.TemplateContext;
import org.vestibule.platform.template.TemplateException;

/** Fills in the templates of a flow. */
@Singleton
class MailComposer {
  private static final Logger LOG = Logger.getLogger(MailComposer.class);
  private static final String SENDER = "email_sender_address";
  private static final int LONGEST_SUBJECT = 900;

  /** The mail, or nothing when the flow has no such template or the address takes no mail. */
  Optional<MailContent> compose(MailOrder order) {
    JsonNode template = order.flow().mailTemplate(order.template().wireName());
    Optional<String> sender = sender(order.client());
    if (!template.isObject() || sender.isEmpty() || !Addresses.takeMail(order.recipient())) {
      LOG.warnf(
          "no %s mail in application %s: template, %s or recipient is missing or no address",
          order.template().wireName(), order.client().applicationId(), SENDER);
      return Optional.empty();
    }
    return filledIn(order, template, sender.get());
  }

  static Optional<String> sender(ClientView client) {
    return client.setting(SENDER).filter(Addresses::takeMail);
  }

  private static Optional<MailContent> filledIn(MailOrder order, JsonNode template, String sender) {
    TemplateContext context = context(order);
    try {
      return Optional.of(
          new MailContent(
              sender,
              order.recipient(),
              shortened(render(template, "subject", context, OutputKind.SUBJECT)),
              render(template, "text", context, OutputKind.TEXT_BODY),
              render(template, "html", context, OutputKind.HTML_BODY)));
    } catch (TemplateException malformed) {
      LOG.errorf(
          "no %s mail in application %s: %s",
          order.template().wireName(), order.client().applicationId(), malformed.getMessage());
      return Optional.empty();
    }
  }

  private static String render(
      JsonNode template, String part, TemplateContext context, OutputKind kind) {
    return Template.parse(template.path(part).asText()).render(context, kind);
  }

  private static String shortened(String subject) {
    return subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT));
  }

  private static TemplateContext context(MailOrder order) {
    Map<String, String> links =
        order.link() == null ? Map.of() : Map.of(order.template().link(), order.link());
    return new TemplateContext(links, settings(order.client()), order.user());
  }

  private static ObjectNode settings(ClientView client) {
    ObjectNode effective = Json.object();
    addAll(effective, client.applicationSettings());
    addAll(effective, client.settings());
    return effective;
  }

  private static void addAll(ObjectNode effective, Map<String, JsonNode> settings) {
    if (settings != null) {
      settings.forEach(effective::set);
    }
  }
}

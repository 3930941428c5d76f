package org.vestibule.auth.factor.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What a message with a code says: the flow's text with the code and the site's name in it. */
final class CodeText {
  private static final Pattern TAG = Pattern.compile("\\{\\{\\s*(code|site_name)\\s*\\}\\}");
  private static final int LONGEST_LINE = 900;

  // configuration.md 13.1
  private static final String SMS = "{{code}} is your {{site_name}} code.";
  private static final String SUBJECT = "Your {{site_name}} code";
  private static final String TEXT = "Enter {{code}} to continue at {{site_name}}.";

  private final JsonNode message;
  private final Map<String, String> values;

  CodeText(JsonNode message, String code, String siteName) {
    this.message = message;
    this.values = Map.of("code", code, "site_name", oneLine(siteName));
  }

  String sms() {
    return filled(message.path("sms").asText(SMS), UnaryOperator.identity());
  }

  String subject() {
    String subject = oneLine(filled(mail("subject", SUBJECT), UnaryOperator.identity()));
    return subject.substring(0, Math.min(subject.length(), LONGEST_LINE));
  }

  String text() {
    return filled(mail("text", TEXT), UnaryOperator.identity());
  }

  String html() {
    return filled(mail("html", "<p>" + TEXT + "</p>"), CodeText::escaped);
  }

  private String mail(String part, String otherwise) {
    return message.path("email").path(part).asText(otherwise);
  }

  /** One pass: a name that looks like a tag stays a name. */
  private String filled(String template, UnaryOperator<String> escape) {
    StringBuilder filled = new StringBuilder();
    Matcher tags = TAG.matcher(template);
    int end = 0;
    while (tags.find()) {
      filled.append(template, end, tags.start()).append(escape.apply(values.get(tags.group(1))));
      end = tags.end();
    }
    return filled.append(template, end, template.length()).toString();
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}

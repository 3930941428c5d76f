package org.vestibule.config.flow.mailtemplate;

import java.util.regex.Pattern;
import org.vestibule.config.flow.wire.FlowError;
import org.vestibule.platform.template.OutputKind;
import org.vestibule.platform.template.Template;
import org.vestibule.platform.template.TemplateException;

/** A part of a mail: its name on the wire, in the document, and what it may hold. */
enum MailPart {
  SUBJECT("subject", "subject", OutputKind.SUBJECT),
  TEXT("textBody", "text", OutputKind.TEXT_BODY),
  HTML("htmlBody", "html", OutputKind.HTML_BODY);

  private static final int LONGEST_LINE = 998;
  private static final int LONGEST_BODY = 256 * 1_024;
  private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

  final String wireName;
  final String stored;
  final OutputKind kind;

  MailPart(String wireName, String stored, OutputKind kind) {
    this.wireName = wireName;
    this.stored = stored;
    this.kind = kind;
  }

  /** The body of a media type. */
  static MailPart ofType(String mediaType) {
    return mediaType.equals("text/html") ? HTML : TEXT;
  }

  /** Refuses a text that no mail could carry or that is no template. */
  String require(String text) {
    if (text.length() > LONGEST_BODY) {
      throw FlowError.TEXT_TOO_LONG.at(wireName, LONGEST_BODY);
    }
    if (this == SUBJECT && CONTROL.matcher(text).find()) {
      throw FlowError.MUST_BE.at(wireName, "one line of text");
    }
    if (LINE_END.splitAsStream(text).anyMatch(line -> line.length() > LONGEST_LINE)) {
      throw FlowError.LONG_LINE.at(wireName);
    }
    parse(text);
    return text;
  }

  Template parse(String text) {
    try {
      return Template.parse(text);
    } catch (TemplateException malformed) {
      throw FlowError.TEMPLATE.at(wireName, malformed.getMessage());
    }
  }
}

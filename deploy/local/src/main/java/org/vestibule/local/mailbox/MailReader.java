package org.vestibule.local.mailbox;

import io.vertx.core.json.JsonObject;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;

/** Takes a received message apart. */
final class MailReader {
  private final Clock clock;

  MailReader(Clock clock) {
    this.clock = clock;
  }

  Mail read(MimeMessage message, String recipient) throws MessagingException, IOException {
    Address[] from = message.getFrom();
    String sender = from == null || from.length == 0 ? "" : from[0].toString();
    String subject = message.getSubject() == null ? "" : message.getSubject();
    return new Mail(
        clock.instant().toString(),
        sender,
        recipient,
        subject,
        find(message, "text/plain"),
        find(message, "text/html"));
  }

  /** A text message as a mail without subject. */
  Mail readText(JsonObject sms) {
    return new Mail(
        clock.instant().toString(),
        sms.getString("from", ""),
        sms.getString("to", ""),
        "",
        sms.getString("text", ""),
        null);
  }

  private static String find(Part part, String type) throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return part.getContent().toString();
    }
    return part.isMimeType("multipart/*") ? findInside((Multipart) part.getContent(), type) : null;
  }

  private static String findInside(Multipart parts, String type)
      throws MessagingException, IOException {
    for (int index = 0; index < parts.getCount(); index++) {
      BodyPart part = parts.getBodyPart(index);
      String found = find(part, type);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}

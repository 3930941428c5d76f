package org.vestibule.local.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vestibule.testkit.process.Ports;

class MailboxTest {
  @TempDir Path folder;

  @Test
  void mail_whenSentOverSmtp_thenIsListedWithItsLinks() throws MessagingException {
    try (Mailbox mailbox = open()) {
      send(mailbox.port(), "ann@example.com", "Verify", "http://localhost:8080/v?code=a&x=1");
      send(mailbox.port(), "bob@example.com", "Größe", "http://localhost:8080/w");
      List<Mail> all = mailbox.list(null);
      assertThat(all).extracting(Mail::subject).containsExactly("Größe", "Verify");
      Mail first = mailbox.list("Ann@example.com").get(0);
      assertThat(first.text()).contains("plain text");
      assertThat(first.html()).contains("<a href=");
      assertThat(first.links())
          .containsExactly("http://localhost:8080/v?code=a&x=1", "http://example.com/plain");
    }
  }

  @Test
  void mails_whenTheMailboxStartsAgain_thenAreStillThere() throws MessagingException {
    try (Mailbox mailbox = open()) {
      send(mailbox.port(), "ann@example.com", "One", "http://localhost/1");
      send(mailbox.port(), "ann@example.com", "Two", "http://localhost/2");
    }
    try (Mailbox mailbox = open()) {
      send(mailbox.port(), "ann@example.com", "Three", "http://localhost/3");
      assertThat(mailbox.list(null))
          .extracting(Mail::subject)
          .containsExactly("Three", "Two", "One");
    }
  }

  @Test
  void text_whenKept_thenIsListedUnderItsNumber() {
    try (Mailbox mailbox = open()) {
      mailbox.keepText(
          new JsonObject().put("from", "Shop").put("to", "+4915100000001").put("text", "123456"));

      Mail text = mailbox.list("+4915100000001").get(0);
      assertThat(text.text()).isEqualTo("123456");
      assertThat(text.subject()).isEmpty();
      assertThat(text.links()).isEmpty();
    }
  }

  private Mailbox open() {
    return new Mailbox(Ports.free(), folder, Clock.systemUTC()).start();
  }

  private static void send(int port, String to, String subject, String link)
      throws MessagingException {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", "127.0.0.1");
    properties.setProperty("mail.smtp.port", Integer.toString(port));
    MimeMessage message = new MimeMessage(Session.getInstance(properties));
    message.setFrom(new InternetAddress("no-reply@example.com"));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
    message.setSubject(subject, "UTF-8");
    MimeBodyPart text = new MimeBodyPart();
    text.setText("plain text, see http://example.com/plain.", "UTF-8");
    MimeBodyPart html = new MimeBodyPart();
    String target = link.replace("&", "&amp;");
    html.setContent("<p><a href=\"" + target + "\">x</a></p>", "text/html; charset=UTF-8");
    message.setContent(new MimeMultipart("alternative", text, html));
    Transport.send(message);
  }
}

package org.vestibule.local.site;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.vestibule.local.mailbox.Mail;

/** The captured mails for people to read. */
final class MailPage {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  private MailPage() {}

  static String render(List<Mail> mails) {
    String intro =
        "<p class=\"muted\">Mails that the services sent, newest first. Nothing leaves this"
            + " machine.</p>";
    String list = mails.stream().map(MailPage::render).collect(Collectors.joining("\n"));
    return Html.page("Mailbox", intro + (mails.isEmpty() ? "<p>No mail yet.</p>" : list));
  }

  private static String render(Mail mail) {
    String text = mail.text() == null ? mail.html() : mail.text();
    return "<article><strong>"
        + Html.escape(mail.subject())
        + "</strong><p class=\"muted\">to "
        + Html.escape(mail.to())
        + ", from "
        + Html.escape(mail.from())
        + ", "
        + Html.escape(time(mail.receivedAt()))
        + "</p><pre>"
        + Html.escape(text)
        + "</pre>"
        + mail.links().stream().map(MailPage::link).collect(Collectors.joining())
        + "</article>";
  }

  /** {@code 2026-11-22 03:25:16 UTC}. */
  private static String time(String receivedAt) {
    return TIME.format(Instant.parse(receivedAt));
  }

  private static String link(String target) {
    // A mail decides about its links; only those that a browser may follow become one here.
    boolean isWeb = target.startsWith("http://") || target.startsWith("https://");
    String shown = Html.escape(target);
    return isWeb
        ? "<p><a rel=\"noreferrer\" href=\"" + shown + "\">" + shown + "</a></p>"
        : "<p>" + shown + "</p>";
  }
}

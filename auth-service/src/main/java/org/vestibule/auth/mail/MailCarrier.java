package org.vestibule.auth.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.vestibule.auth.outgoing.Carrier;

/** Hands mails to the mail server. */
@Singleton
class MailCarrier implements Carrier<MailContent> {
  private final ReactiveMailer mailer;

  MailCarrier(ReactiveMailer mailer) {
    this.mailer = mailer;
  }

  @Override
  public Uni<Void> deliver(UUID id, MailContent content) {
    return mailer.send(
        new Mail()
            .setFrom(content.from())
            .addTo(content.to())
            .setSubject(content.subject())
            .setText(content.text())
            .setHtml(content.html())
            .addHeader("Auto-Submitted", "auto-generated"));
  }
}

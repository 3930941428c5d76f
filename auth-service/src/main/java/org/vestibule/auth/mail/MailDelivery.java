package org.vestibule.auth.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.vestibule.auth.AuthConfig;

/** Hands one mail to the mail server. */
@ApplicationScoped
class MailDelivery {
  private final MailSeal seal;
  private final ReactiveMailer mailer;
  private final Duration timeout;

  MailDelivery(MailSeal seal, ReactiveMailer mailer, AuthConfig config) {
    this.seal = seal;
    this.mailer = mailer;
    this.timeout = config.auth().mail().timeout();
  }

  Uni<Void> deliver(MailRow mail) {
    return deliver(seal.open(mail));
  }

  private Uni<Void> deliver(MailContent content) {
    return mailer
        .send(
            new Mail()
                .setFrom(content.from())
                .addTo(content.to())
                .setSubject(content.subject())
                .setText(content.text())
                .setHtml(content.html())
                .addHeader("Auto-Submitted", "auto-generated"))
        .ifNoItem()
        .after(timeout)
        .fail();
  }
}

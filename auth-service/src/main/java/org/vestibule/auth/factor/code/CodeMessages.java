package org.vestibule.auth.factor.code;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.vestibule.auth.factor.Channel;
import org.vestibule.auth.factor.FactorPerson;
import org.vestibule.auth.mail.MailContent;
import org.vestibule.auth.mail.MailService;
import org.vestibule.auth.outgoing.OutgoingMessage;
import org.vestibule.auth.sms.SmsContent;
import org.vestibule.auth.sms.SmsService;
import org.vestibule.platform.sql.Tx;

/** Puts codes on their way, and tells that they are. */
@Singleton
class CodeMessages {
  private static final String TEMPLATE = "secondFactor";

  private final MailService mails;
  private final SmsService sms;
  private final CodeEvents events;

  CodeMessages(MailService mails, SmsService sms, CodeEvents events) {
    this.mails = mails;
    this.sms = sms;
    this.events = events;
  }

  Uni<Void> send(Tx tx, CodeMessage message, Instant expiresAt) {
    Uni<Void> put =
        message.to().channel() == Channel.EMAIL
            ? mails.send(tx, outgoing(message, mail(message), expiresAt))
            : sms.send(tx, outgoing(message, sms(message), expiresAt));
    return put.chain(() -> events.sent(tx, message.person(), message.to().channel()));
  }

  private static <T> OutgoingMessage<T> outgoing(
      CodeMessage message, T content, Instant expiresAt) {
    FactorPerson person = message.person();
    return new OutgoingMessage<>(
        person.client().customerId(), person.applicationId(), TEMPLATE, content, expiresAt);
  }

  private static MailContent mail(CodeMessage message) {
    CodeText text = message.text();
    return new MailContent(
        MailService.sender(message.person().client()).orElseThrow(),
        message.to().address(),
        text.subject(),
        text.text(),
        text.html());
  }

  private static SmsContent sms(CodeMessage message) {
    return new SmsContent(message.to().address(), message.text().sms());
  }
}

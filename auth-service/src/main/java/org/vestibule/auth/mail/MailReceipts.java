package org.vestibule.auth.mail;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.vestibule.auth.outgoing.OutgoingReceipt;
import org.vestibule.auth.outgoing.SentMessage;
import org.vestibule.platform.capture.event.EventFactory;
import org.vestibule.platform.event.Event;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.outbox.Outbox;
import org.vestibule.platform.sql.Tx;

/** Tells of mails that are out. */
@Singleton
class MailReceipts implements OutgoingReceipt {
  private final EventFactory events;
  private final Outbox outbox;

  MailReceipts(EventFactory events, Outbox outbox) {
    this.events = events;
    this.outbox = outbox;
  }

  /** Rows of older versions do not know whose they are. */
  @Override
  public Uni<Void> write(Tx tx, SentMessage mail) {
    return mail.customerId() == null ? Uni.createFrom().voidItem() : outbox.append(tx, event(mail));
  }

  private Event event(SentMessage mail) {
    String id = mail.id().toString();
    return events.ofApplication(
        "auth-events",
        "email-sent",
        mail.customerId(),
        mail.applicationId(),
        new EventFactory.Subject(id, Json.object().put("template", mail.template())),
        CallContext.platform(id));
  }
}

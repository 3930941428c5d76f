package org.vestibule.auth.mail;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.vestibule.platform.capture.event.EventFactory;
import org.vestibule.platform.event.Event;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.outbox.Outbox;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/** Forgets mails that are out, and says so. */
@ApplicationScoped
class MailReceipts {
  private final MailRepository repository;
  private final SqlTransactions transactions;
  private final EventFactory events;
  private final Outbox outbox;

  MailReceipts(
      MailRepository repository, SqlTransactions transactions, EventFactory events, Outbox outbox) {
    this.repository = repository;
    this.transactions = transactions;
    this.events = events;
    this.outbox = outbox;
  }

  Uni<Void> sent(MailRow mail) {
    return transactions.run(tx -> repository.delete(tx, mail).chain(() -> tell(tx, mail)));
  }

  /** Rows of older versions do not know whose they are. */
  private Uni<Void> tell(Tx tx, MailRow mail) {
    return mail.customerId() == null ? Uni.createFrom().voidItem() : outbox.append(tx, event(mail));
  }

  private Event event(MailRow mail) {
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

package org.vestibule.auth.mail;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.vestibule.auth.outgoing.OutgoingMessage;
import org.vestibule.auth.outgoing.OutgoingQueue;
import org.vestibule.auth.outgoing.OutgoingQueues;
import org.vestibule.platform.capture.directory.ClientView;
import org.vestibule.platform.sql.Tx;

/** Takes mails in the transaction of their cause. */
@Singleton
public class MailService {
  static final String TABLE = "outgoing_mail";

  private final MailComposer composer;
  private final OutgoingQueue<MailContent> queue;

  MailService(
      MailComposer composer, MailCarrier carrier, MailReceipts receipts, OutgoingQueues queues) {
    this.composer = composer;
    this.queue = queues.make("mail", TABLE, MailContent.class, carrier, receipts);
  }

  void start(@Observes StartupEvent started) {
    queue.start();
  }

  void stop(@Observes ShutdownEvent stopped) {
    queue.stop();
  }

  /** The address that mails of a client come from, where it has one. */
  public static Optional<String> sender(ClientView client) {
    return MailComposer.sender(client);
  }

  /** Puts a mail on its way once the transaction commits; one that cannot be made is logged. */
  public Uni<Void> send(Tx tx, MailOrder order) {
    return composer
        .compose(order)
        .map(content -> send(tx, message(order, content)))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  /** Puts a mail that somebody else has written on its way. */
  public Uni<Void> send(Tx tx, OutgoingMessage<MailContent> mail) {
    return queue.put(tx, mail);
  }

  private static OutgoingMessage<MailContent> message(MailOrder order, MailContent content) {
    return new OutgoingMessage<>(
        order.client().customerId(),
        order.client().applicationId(),
        order.template().wireName(),
        content,
        order.expiresAt());
  }
}

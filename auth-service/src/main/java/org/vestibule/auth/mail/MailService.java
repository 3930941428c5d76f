package org.vestibule.auth.mail;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.vestibule.platform.id.IdSource;
import org.vestibule.platform.sql.Tx;

/** Takes mails in the transaction of their cause. */
@ApplicationScoped
public class MailService {
  private final MailComposer composer;
  private final MailRepository repository;
  private final MailDispatcher dispatcher;
  private final MailSeal seal;
  private final IdSource ids;
  private final Clock clock;

  MailService(
      MailComposer composer,
      MailRepository repository,
      MailDispatcher dispatcher,
      MailSeal seal,
      IdSource ids,
      Clock clock) {
    this.composer = composer;
    this.repository = repository;
    this.dispatcher = dispatcher;
    this.seal = seal;
    this.ids = ids;
    this.clock = clock;
  }

  /** Puts a mail on its way once the transaction commits; one that cannot be made is logged. */
  public Uni<Void> send(Tx tx, MailOrder order) {
    return composer
        .compose(order)
        .map(content -> insert(tx, order, content))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  private Uni<Void> insert(Tx tx, MailOrder order, MailContent content) {
    UUID id = ids.uuid();
    String application = order.client().applicationId();
    MailRow mail =
        new MailRow(
            id,
            application,
            order.client().customerId(),
            order.template().wireName(),
            seal.seal(id, content),
            0,
            order.expiresAt());
    tx.afterCommit(dispatcher::wake);
    return repository.insert(tx, application, mail, clock.instant());
  }
}

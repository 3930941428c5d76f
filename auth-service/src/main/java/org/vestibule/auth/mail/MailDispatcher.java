package org.vestibule.auth.mail;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.vestibule.auth.AuthConfig;
import org.vestibule.platform.loop.Loop;
import org.vestibule.platform.loop.LoopTimes;
import org.vestibule.platform.sql.SqlTransactions;

/** Sends waiting mails at least once; while the mail server is away they wait, ever longer. */
@ApplicationScoped
class MailDispatcher {
  private static final Logger LOG = Logger.getLogger(MailDispatcher.class);
  private static final int BATCH = 20;
  private static final int AT_ONCE = 5;
  private static final int MOST_DOUBLINGS = 16;

  private final MailRepository repository;
  private final MailDelivery delivery;
  private final MailReceipts receipts;
  private final SqlTransactions transactions;
  private final Clock clock;
  private final AuthConfig.Mail config;
  private final Loop loop;

  MailDispatcher(
      MailRepository repository,
      MailDelivery delivery,
      MailReceipts receipts,
      SqlTransactions transactions,
      Clock clock,
      AuthConfig config,
      Vertx vertx) {
    this.repository = repository;
    this.delivery = delivery;
    this.receipts = receipts;
    this.transactions = transactions;
    this.clock = clock;
    this.config = config.auth().mail();
    this.loop = new Loop("mail", LoopTimes.every(this.config.poll()), vertx, this::sendBatch);
  }

  void start(@Observes StartupEvent started) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent stopped) {
    loop.stop();
  }

  void wake() {
    loop.wake();
  }

  /** Whether there may be more to send. */
  Uni<Boolean> sendBatch() {
    Instant now = clock.instant();
    return transactions
        .read(tx -> repository.claim(tx, now, now.plus(config.lease()), BATCH))
        .call(this::sendAll)
        .map(claimed -> claimed.size() == BATCH);
  }

  private Uni<Void> sendAll(List<MailRow> mails) {
    return Multi.createFrom()
        .iterable(mails)
        .onItem()
        .transformToUni(this::send)
        .merge(AT_ONCE)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> send(MailRow mail) {
    return mail.expiresAt().isBefore(clock.instant())
        ? giveUp(mail)
        : delivery
            .deliver(mail)
            .chain(() -> receipts.sent(mail))
            .onFailure()
            .recoverWithUni(failure -> postpone(mail, failure));
  }

  private Uni<Void> giveUp(MailRow mail) {
    LOG.warnf(
        "gave up %s mail %s of application %s after %d attempts: nobody needs it any more",
        mail.template(), mail.id(), mail.applicationId(), mail.attempts() - 1);
    return transactions.read(tx -> repository.delete(tx, mail));
  }

  private Uni<Void> postpone(MailRow mail, Throwable failure) {
    Duration pause = pause(mail.attempts());
    LOG.warnf(
        "%s mail %s of application %s is not out yet (attempt %d, next in %s): %s",
        mail.template(),
        mail.id(),
        mail.applicationId(),
        mail.attempts(),
        pause,
        failure.getClass().getSimpleName());
    Instant next = clock.instant().plus(pause);
    return transactions.read(tx -> repository.postpone(tx, mail, next));
  }

  private Duration pause(int attempts) {
    Duration doubled =
        config.firstRetry().multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
    return doubled.compareTo(config.longestRetry()) > 0 ? config.longestRetry() : doubled;
  }
}

package org.vestibule.auth.factor.code;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.vestibule.auth.attempt.Admission;
import org.vestibule.auth.factor.Channel;
import org.vestibule.auth.factor.Destination;
import org.vestibule.auth.factor.FactorPerson;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/** Makes a code, stores its hash and sends it: all of it or nothing. */
@Singleton
class CodeSending {
  private static final Duration LIFE = Duration.ofMinutes(10);

  private final CodeLimits limits;
  private final CodeTexts texts;
  private final CodeRepository repository;
  private final CodeMessages messages;
  private final CodeSecrets secrets;
  private final SqlTransactions transactions;
  private final Clock clock;

  CodeSending(
      CodeLimits limits,
      CodeTexts texts,
      CodeRepository repository,
      CodeMessages messages,
      CodeSecrets secrets,
      SqlTransactions transactions,
      Clock clock) {
    this.limits = limits;
    this.texts = texts;
    this.repository = repository;
    this.messages = messages;
    this.secrets = secrets;
    this.transactions = transactions;
    this.clock = clock;
  }

  Uni<CodeReply> send(FactorPerson person, CodeOrder order, Destination to) {
    return limits.countSending(person).chain(admission -> send(person, order, to, admission));
  }

  private Uni<CodeReply> send(
      FactorPerson person, CodeOrder order, Destination to, Admission admission) {
    if (!admission.admitted()) {
      return Uni.createFrom().item(CodeReply.refused(admission.retryAfterSeconds()));
    }
    String code = secrets.draw();
    CodeRow row = row(person, order, to.channel(), code);
    return texts
        .text(person, order, code)
        .chain(text -> transactions.run(tx -> put(tx, row, new CodeMessage(person, to, text))));
  }

  private Uni<CodeReply> put(Tx tx, CodeRow row, CodeMessage message) {
    return repository
        .put(tx, row.applicationId(), row)
        .chain(
            stored ->
                stored
                    ? messages
                        .send(tx, message, row.expiresAt())
                        .replaceWith(() -> sent(message.to(), row.expiresAt()))
                    : Uni.createFrom().item(CodeReply.ended()));
  }

  private static CodeReply sent(Destination to, Instant expiresAt) {
    return CodeReply.sent(to, expiresAt, CodeLimits.RESEND.toSeconds());
  }

  private CodeRow row(FactorPerson person, CodeOrder order, Channel channel, String code) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new CodeRow(
        order.challenge(),
        person.applicationId(),
        person.entityType(),
        person.uuid(),
        channel,
        secrets.hash(order.challenge(), person.uuid(), code),
        now,
        now.plus(LIFE));
  }
}

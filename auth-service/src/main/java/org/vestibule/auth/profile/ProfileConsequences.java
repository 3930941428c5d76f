package org.vestibule.auth.profile;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.vestibule.auth.grant.GrantService;
import org.vestibule.auth.grant.PasswordChangePolicy;
import org.vestibule.auth.grant.Revocation;
import org.vestibule.auth.mail.MailOrder;
import org.vestibule.auth.mail.MailService;
import org.vestibule.auth.mail.MailTemplate;
import org.vestibule.auth.nativecall.NativeCall;
import org.vestibule.auth.upstream.Account;
import org.vestibule.auth.upstream.ChangeResult.Changed;
import org.vestibule.auth.verification.VerificationService;
import org.vestibule.platform.capture.event.EventFactory;
import org.vestibule.platform.capture.event.RecordRef;
import org.vestibule.platform.outbox.Outbox;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/** What follows from a changed profile: tokens end, mails go out. */
@Singleton
class ProfileConsequences {
  private static final Duration NOTICE_LIFE = Duration.ofDays(3);

  private final GrantService grants;
  private final VerificationService verification;
  private final MailService mails;
  private final SqlTransactions transactions;
  private final Outbox outbox;
  private final EventFactory events;
  private final Clock clock;

  ProfileConsequences(
      GrantService grants,
      VerificationService verification,
      MailService mails,
      SqlTransactions transactions,
      Outbox outbox,
      EventFactory events,
      Clock clock) {
    this.grants = grants;
    this.verification = verification;
    this.mails = mails;
    this.transactions = transactions;
    this.outbox = outbox;
    this.events = events;
    this.clock = clock;
  }

  /** Marks the token that outlives the change, before there is anything to outlive. */
  Uni<Void> prepare(ProfileUpdate update) {
    NativeCall call = update.call();
    return update.setsPassword()
        ? transactions.read(
            tx ->
                grants
                    .keep(tx, call.applicationId(), update.tokenHash(), call.context())
                    .replaceWithVoid())
        : Uni.createFrom().voidItem();
  }

  /** Done before the reply, so that what must be dead is dead when the caller hears of it. */
  Uni<Void> of(ProfileUpdate update, Changed changed) {
    return changed.changed("password") || changed.changed("email")
        ? transactions.run(
            tx ->
                ofPassword(tx, update, changed)
                    .chain(() -> ofProof(tx, update, changed))
                    .chain(() -> ofEmail(tx, update, changed)))
        : Uni.createFrom().voidItem();
  }

  private Uni<Void> ofPassword(Tx tx, ProfileUpdate update, Changed changed) {
    if (!changed.changed("password")) {
      return Uni.createFrom().voidItem();
    }
    NativeCall call = update.call();
    RecordRef record = call.record(update.record());
    Uni<Void> told = outbox.append(tx, events.ofAccess("password-changed", record, call.context()));
    return changed.isFirstProof() || PasswordChangePolicy.revokes(call.client())
        ? told.chain(
                () ->
                    grants.revokeOthers(
                        tx, new Revocation(record, clock.instant()), call.context()))
            .replaceWithVoid()
        : told;
  }

  private Uni<Void> ofProof(Tx tx, ProfileUpdate update, Changed changed) {
    NativeCall call = update.call();
    RecordRef record = call.record(update.record());
    return changed.isFirstProof() && changed.changed("emailVerified")
        ? outbox.append(tx, events.ofAccess("email-verified", record, call.context()))
        : Uni.createFrom().voidItem();
  }

  private Uni<Void> ofEmail(Tx tx, ProfileUpdate update, Changed changed) {
    if (!changed.changed("email")) {
      return Uni.createFrom().voidItem();
    }
    Account account = new Account(update.record(), true, changed.profile());
    return verification
        .mail(tx, update.call(), account)
        .chain(
            () ->
                changed
                    .emailBefore()
                    .map(old -> mails.send(tx, notice(update, old, changed)))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private MailOrder notice(ProfileUpdate update, String oldAddress, Changed changed) {
    NativeCall call = update.call();
    return new MailOrder(
        MailTemplate.EMAIL_ADDRESS_CHANGED,
        oldAddress,
        call.form().flow(),
        call.client(),
        changed.profile(),
        null,
        clock.instant().plus(NOTICE_LIFE));
  }
}

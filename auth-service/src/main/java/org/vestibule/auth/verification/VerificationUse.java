package org.vestibule.auth.verification;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.vestibule.auth.upstream.AccountChange;
import org.vestibule.auth.upstream.AccountClient;
import org.vestibule.auth.upstream.ChangeResult;
import org.vestibule.auth.upstream.ChangeResult.Unchanged;
import org.vestibule.platform.capture.directory.ApplicationView;
import org.vestibule.platform.capture.directory.ConfigDirectory;
import org.vestibule.platform.capture.event.EventFactory;
import org.vestibule.platform.capture.event.RecordRef;
import org.vestibule.platform.capture.problem.CaptureCode;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.CaptureRequest;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.outbox.Outbox;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/** Sets what a code vouches for, once: claim the code, change the record, use the code up. */
@Singleton
public class VerificationUse {
  private static final String ARGUMENT = "verification_code";
  private static final int LONGEST_CODE = 64;

  /** Far above the time that a change of a record may take. */
  private static final Duration LEASE = Duration.ofSeconds(10);

  private final VerificationRepository repository;
  private final AccountClient accounts;
  private final ConfigDirectory directory;
  private final SqlTransactions transactions;
  private final Outbox outbox;
  private final EventFactory events;
  private final Clock clock;

  VerificationUse(
      VerificationRepository repository,
      AccountClient accounts,
      ConfigDirectory directory,
      SqlTransactions transactions,
      Outbox outbox,
      EventFactory events,
      Clock clock) {
    this.repository = repository;
    this.accounts = accounts;
    this.directory = directory;
    this.transactions = transactions;
    this.outbox = outbox;
    this.events = events;
    this.clock = clock;
  }

  /** Uses a code of the application that the host belongs to; the record's uuid. */
  public Uni<UUID> use(CaptureRequest request) {
    String code = request.required(ARGUMENT);
    CallContext context = request.edge().context();
    return application(request)
        .chain(
            application ->
                claim(application, code).chain(claimed -> change(application, claimed, context)));
  }

  private Uni<ApplicationView> application(CaptureRequest request) {
    return directory
        .applicationOfHost(request.edge().host())
        .map(found -> found.orElseThrow(VerificationUse::noApplication))
        .chain(domain -> directory.application(domain.applicationId()))
        .map(found -> found.orElseThrow(VerificationUse::noApplication));
  }

  private Uni<VerificationCodeRow> claim(ApplicationView application, String code) {
    if (code.length() > LONGEST_CODE) {
      return notRecognized();
    }
    byte[] hash = Digests.sha256(code);
    return transactions
        .read(tx -> repository.claim(tx, application.id(), hash, clock.instant(), LEASE))
        .chain(
            found ->
                found
                    .map(claimed -> Uni.createFrom().item(claimed))
                    .orElseGet(() -> refuse(application, hash)));
  }

  private Uni<VerificationCodeRow> refuse(ApplicationView application, byte[] hash) {
    return transactions
        .read(tx -> repository.isExpired(tx, application.id(), hash, clock.instant()))
        .chain(
            expired -> expired ? CaptureProblem.verificationCodeExpired().fail() : notRecognized());
  }

  private Uni<UUID> change(
      ApplicationView application, VerificationCodeRow code, CallContext context) {
    CallContext own = context.withClient(code.holder().clientId());
    return accounts
        .change(application.id(), code.holder().entityType(), code.record(), stamp(code), own)
        .onFailure()
        .call(() -> release(code))
        .chain(result -> conclude(application, code, result, own));
  }

  private static AccountChange stamp(VerificationCodeRow code) {
    AccountChange stamp = AccountChange.stamp(code.attribute(), code.holder().clientId());
    return code.addressHash() == null ? stamp : stamp.ifAddress(code.addressHash());
  }

  private Uni<UUID> conclude(
      ApplicationView application, VerificationCodeRow code, ChangeResult result, CallContext own) {
    return result.fold(
        changed -> done(application, code, own),
        refused -> release(code).chain(() -> refused.violations().get(0).problem().<UUID>fail()),
        unchanged ->
            release(code)
                .chain(
                    () ->
                        unchanged == Unchanged.GONE
                            ? CaptureProblem.recordNotFound().fail()
                            : notRecognized()));
  }

  private Uni<UUID> done(ApplicationView application, VerificationCodeRow code, CallContext own) {
    return transactions.run(tx -> done(tx, application, code, own)).replaceWith(code.record());
  }

  private Uni<Void> done(
      Tx tx, ApplicationView application, VerificationCodeRow code, CallContext own) {
    Uni<Void> used = repository.use(tx, application.id(), code.hash(), clock.instant());
    return code.attribute().equals(VerificationService.EMAIL_VERIFIED)
        ? used.chain(() -> outbox.append(tx, verified(application, code, own)))
        : used;
  }

  private org.vestibule.platform.event.Event verified(
      ApplicationView application, VerificationCodeRow code, CallContext own) {
    RecordRef record = RecordRef.of(application, code.holder().entityType(), code.record());
    return events.ofAccess("email-verified", record, own);
  }

  private Uni<Void> release(VerificationCodeRow code) {
    return transactions.read(
        tx -> repository.release(tx, code.holder().applicationId(), code.hash()));
  }

  private static RuntimeException noApplication() {
    return CaptureProblem.applicationNotFound().exception();
  }

  private static <T> Uni<T> notRecognized() {
    return CaptureProblem.of(CaptureCode.INVALID_ARGUMENT, "verification code not recognized")
        .with("argument_name", ARGUMENT)
        .fail();
  }
}

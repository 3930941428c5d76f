package org.vestibule.auth.verification;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.vestibule.auth.form.InvalidFields;
import org.vestibule.auth.nativecall.HiddenUsers;
import org.vestibule.auth.nativecall.Identification;
import org.vestibule.auth.nativecall.Identified;
import org.vestibule.auth.nativecall.NativeCall;
import org.vestibule.auth.nativecall.NativeOperation;
import org.vestibule.auth.upstream.Account;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.CaptureRequest;
import org.vestibule.platform.sql.SqlTransactions;

/** Sends a verification mail to somebody who asks for it. */
@Singleton
class VerifyEmailService {
  private static final String ALREADY_VERIFIED = "email already verified";

  private final Identification identification;
  private final VerificationService verification;
  private final SqlTransactions transactions;

  VerifyEmailService(
      Identification identification,
      VerificationService verification,
      SqlTransactions transactions) {
    this.identification = identification;
    this.verification = verification;
    this.transactions = transactions;
  }

  Uni<Void> send(CaptureRequest request) {
    return identification.read(request, NativeOperation.EMAIL_VERIFICATION).chain(this::find);
  }

  private Uni<Void> find(Identified identified) {
    NativeCall call = identified.call();
    requireAddress(call);
    return identification.account(identified).chain(found -> conclude(call, found));
  }

  private static void requireAddress(NativeCall call) {
    if (call.client().setting(VerificationService.ADDRESS_SETTING).isEmpty()) {
      throw CaptureProblem.flowError(
              "the setting " + VerificationService.ADDRESS_SETTING + " is missing")
          .exception();
    }
  }

  private Uni<Void> conclude(NativeCall call, Optional<Account> found) {
    if (found.filter(account -> !account.isEmailVerified()).isPresent()) {
      return transactions.run(tx -> verification.mail(tx, call, found.get()));
    }
    if (HiddenUsers.isOn(call.client())) {
      return Uni.createFrom().voidItem();
    }
    return found.isPresent()
        ? CaptureProblem.triggered(ALREADY_VERIFIED).fail()
        : CaptureProblem.invalidCredentials(
                InvalidFields.of(call.form().name(), call.form().unknownAccount()).messages())
            .fail();
  }
}

package org.vestibule.auth.verification;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.vestibule.auth.form.FormService;
import org.vestibule.auth.form.InvalidFields;
import org.vestibule.auth.nativecall.Admissions;
import org.vestibule.auth.nativecall.HiddenUsers;
import org.vestibule.auth.nativecall.Identified;
import org.vestibule.auth.nativecall.NativeCall;
import org.vestibule.auth.nativecall.NativeCalls;
import org.vestibule.auth.nativecall.NativeOperation;
import org.vestibule.auth.upstream.Account;
import org.vestibule.auth.upstream.AccountClient;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.CaptureRequest;
import org.vestibule.platform.sql.SqlTransactions;

/** Sends a verification mail to somebody who asks for it. */
@ApplicationScoped
class VerifyEmailService {
  private static final String ALREADY_VERIFIED = "email already verified";

  private final NativeCalls calls;
  private final Admissions admissions;
  private final FormService forms;
  private final AccountClient accounts;
  private final VerificationService verification;
  private final SqlTransactions transactions;

  VerifyEmailService(
      NativeCalls calls,
      Admissions admissions,
      FormService forms,
      AccountClient accounts,
      VerificationService verification,
      SqlTransactions transactions) {
    this.calls = calls;
    this.admissions = admissions;
    this.forms = forms;
    this.accounts = accounts;
    this.verification = verification;
    this.transactions = transactions;
  }

  Uni<Void> send(CaptureRequest request) {
    return calls
        .read(request, NativeOperation.EMAIL_VERIFICATION)
        .map(Identified::of)
        .call(it -> admissions.require(it.call().attempt(it.typed())))
        .chain(this::find);
  }

  private Uni<Void> find(Identified identified) {
    NativeCall call = identified.call();
    requireAddress(call);
    var form = forms.check(call.submission()).requireValid();
    return accounts
        .find(call.applicationId(), call.entityType(), identified.query(form), call.context())
        .chain(found -> conclude(call, found));
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

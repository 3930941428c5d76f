package org.vestibule.auth.password;

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

/** Sends the link by which somebody who proves the address may choose a new password. */
@ApplicationScoped
class ForgotPasswordService {
  private static final String SOCIAL_ONLY = "that account is social signin only";

  private final NativeCalls calls;
  private final Admissions admissions;
  private final FormService forms;
  private final AccountClient accounts;
  private final RecoveryMails mails;

  ForgotPasswordService(
      NativeCalls calls,
      Admissions admissions,
      FormService forms,
      AccountClient accounts,
      RecoveryMails mails) {
    this.calls = calls;
    this.admissions = admissions;
    this.forms = forms;
    this.accounts = accounts;
    this.mails = mails;
  }

  Uni<Void> recover(CaptureRequest request) {
    return calls
        .read(request, NativeOperation.PASSWORD_RESET)
        .map(Identified::of)
        .call(it -> admissions.require(it.call().attempt(it.typed())))
        .chain(this::find);
  }

  private Uni<Void> find(Identified identified) {
    NativeCall call = identified.call();
    String base = RecoveryMails.base(call);
    var form = forms.check(call.submission()).requireValid();
    return accounts
        .find(call.applicationId(), call.entityType(), identified.query(form), call.context())
        .chain(found -> conclude(call, base, found));
  }

  private Uni<Void> conclude(NativeCall call, String base, Optional<Account> found) {
    if (found.filter(Account::hasPassword).isPresent()) {
      return mails.send(call, base, found.get());
    }
    boolean isHidden = HiddenUsers.isOnForRecovery(call.client());
    if (isHidden || found.isEmpty() && !call.form().disclosesUnknown()) {
      return Uni.createFrom().voidItem();
    }
    return found.isPresent()
        ? CaptureProblem.triggered(SOCIAL_ONLY).fail()
        : CaptureProblem.noSuchAccount(
                InvalidFields.of(call.form().name(), call.form().unknownAccount()).messages())
            .fail();
  }
}

package org.vestibule.auth.password;

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

/** Sends the link by which somebody who proves the address may choose a new password. */
@Singleton
class ForgotPasswordService {
  private static final String SOCIAL_ONLY = "that account is social signin only";

  private final Identification identification;
  private final RecoveryMails mails;

  ForgotPasswordService(Identification identification, RecoveryMails mails) {
    this.identification = identification;
    this.mails = mails;
  }

  Uni<Void> recover(CaptureRequest request) {
    return identification.read(request, NativeOperation.PASSWORD_RESET).chain(this::find);
  }

  private Uni<Void> find(Identified identified) {
    NativeCall call = identified.call();
    String base = RecoveryMails.base(call);
    return identification.account(identified).chain(found -> conclude(call, base, found));
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

package org.vestibule.auth.renewal;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.vestibule.auth.nativecall.Admissions;
import org.vestibule.platform.capture.caller.Caller;
import org.vestibule.platform.capture.caller.CallerAuthentication;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.CaptureRequest;

/** Checks who asks for the next token, and whether the call is signed, in time and in measure. */
@Singleton
class RenewalService {
  private final CallerAuthentication authentication;
  private final RenewalDates dates;
  private final Admissions admissions;
  private final Renewals renewals;

  RenewalService(
      CallerAuthentication authentication,
      RenewalDates dates,
      Admissions admissions,
      Renewals renewals) {
    this.authentication = authentication;
    this.dates = dates;
    this.admissions = admissions;
    this.renewals = renewals;
  }

  Uni<String> renew(CaptureRequest request) {
    return authentication
        .nativeClient(request, RenewalRequest.clientId(request.parameters()))
        .chain(caller -> renew(caller, RenewalRequest.of(request.parameters()), request));
  }

  private Uni<String> renew(Caller caller, RenewalRequest asked, CaptureRequest request) {
    dates.requireInTime(asked.date());
    return admissions
        .requireAddress(caller.applicationId(), request.edge().address())
        .chain(() -> renewals.find(caller, asked))
        .invoke(shown -> requireProof(caller, asked, shown))
        .chain(shown -> renewals.renew(caller, shown));
  }

  private void requireProof(Caller caller, RenewalRequest asked, RenewableRow shown) {
    boolean isProved =
        shown.clientId().equals(caller.client().id())
            && renewals.secret(shown).filter(it -> RenewalSignature.matches(it, asked)).isPresent();
    if (!isProved) {
      throw CaptureProblem.invalidClientCredentials().exception();
    }
    renewals.requireRenewable(caller, shown);
  }
}

package org.vestibule.auth.nativecall;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.vestibule.auth.form.FormService;
import org.vestibule.auth.form.ProcessedForm;
import org.vestibule.auth.upstream.Account;
import org.vestibule.auth.upstream.AccountClient;
import org.vestibule.platform.capture.request.CaptureRequest;

/** Reads calls that only say who somebody is, counts them, and finds whom they mean. */
@Singleton
public class Identification {
  private final NativeCalls calls;
  private final Admissions admissions;
  private final FormService forms;
  private final AccountClient accounts;

  Identification(
      NativeCalls calls, Admissions admissions, FormService forms, AccountClient accounts) {
    this.calls = calls;
    this.admissions = admissions;
    this.forms = forms;
    this.accounts = accounts;
  }

  /** The call, counted before anything is looked up by it. */
  public Uni<Identified> read(CaptureRequest request, NativeOperation operation) {
    return calls
        .read(request, operation)
        .map(Identified::of)
        .call(it -> admissions.require(it.call(), it.field(), it.call().attempt(it.typed())));
  }

  /** The account of a form that passes its rules. */
  public Uni<Optional<Account>> account(Identified identified) {
    NativeCall call = identified.call();
    ProcessedForm form = forms.check(call.submission()).requireValid();
    return accounts.find(
        call.applicationId(), call.entityType(), identified.query(form), call.context());
  }
}

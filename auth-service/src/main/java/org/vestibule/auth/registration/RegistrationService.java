package org.vestibule.auth.registration;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.vestibule.auth.nativecall.NativeCall;
import org.vestibule.auth.nativecall.NativeCalls;
import org.vestibule.auth.nativecall.NativeOperation;
import org.vestibule.auth.nativecall.NativeSession;
import org.vestibule.auth.upstream.EntityServiceClient;
import org.vestibule.auth.upstream.RegistrationResult;
import org.vestibule.auth.upstream.Violation;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.CaptureRequest;

/** Makes records of people who register themselves. */
@Singleton
public class RegistrationService {
  private final NativeCalls calls;
  private final RegistrationForms forms;
  private final EntityServiceClient entities;
  private final RegistrationGrants grants;

  RegistrationService(
      NativeCalls calls,
      RegistrationForms forms,
      EntityServiceClient entities,
      RegistrationGrants grants) {
    this.calls = calls;
    this.forms = forms;
    this.entities = entities;
    this.grants = grants;
  }

  /** Checks the form, has the record made, and gives the client what it asked for. */
  public Uni<NativeSession> register(CaptureRequest request) {
    return calls
        .read(request, NativeOperation.REGISTRATION)
        .call(forms::admit)
        .chain(forms::draft)
        .chain(draft -> create(draft).chain(result -> conclude(draft, result)));
  }

  private Uni<RegistrationResult> create(RegistrationDraft draft) {
    NativeCall call = draft.call();
    return entities.register(
        call.applicationId(), call.entityType(), draft.form().attributes(), call.context());
  }

  private Uni<NativeSession> conclude(RegistrationDraft draft, RegistrationResult result) {
    return result.fold(
        created -> grants.grant(draft.call(), created, Optional.empty()),
        refused -> refuse(draft, refused.violations()));
  }

  private static Uni<NativeSession> refuse(RegistrationDraft draft, List<Violation> violations) {
    return CaptureProblem.invalidFormFields(draft.refusedBy(violations).invalid().messages())
        .fail();
  }
}

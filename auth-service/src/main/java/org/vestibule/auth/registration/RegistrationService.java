package org.vestibule.auth.registration;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.vestibule.auth.attempt.AttemptService;
import org.vestibule.auth.form.FormService;
import org.vestibule.auth.form.TakenValues;
import org.vestibule.auth.nativecall.NativeCall;
import org.vestibule.auth.nativecall.NativeCalls;
import org.vestibule.auth.nativecall.NativeOperation;
import org.vestibule.auth.nativecall.NativeSession;
import org.vestibule.auth.upstream.EntityServiceClient;
import org.vestibule.auth.upstream.RegistrationResult;
import org.vestibule.auth.upstream.RegistrationResult.Created;
import org.vestibule.auth.upstream.Violation;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.CaptureRequest;

/** Makes records of people who register themselves. */
@ApplicationScoped
public class RegistrationService {
  private static final int DEFAULT_RATE = 500;

  private final NativeCalls calls;
  private final AttemptService attempts;
  private final FormService forms;
  private final EntityServiceClient entities;
  private final RegistrationRecorder recorder;

  RegistrationService(
      NativeCalls calls,
      AttemptService attempts,
      FormService forms,
      EntityServiceClient entities,
      RegistrationRecorder recorder) {
    this.calls = calls;
    this.attempts = attempts;
    this.forms = forms;
    this.entities = entities;
    this.recorder = recorder;
  }

  /** Checks the form, has the record made, and gives the client what it asked for. */
  public Uni<NativeSession> register(CaptureRequest request) {
    return calls
        .read(request, NativeOperation.REGISTRATION)
        .call(this::admit)
        .chain(this::draft)
        .chain(draft -> create(draft).chain(result -> conclude(draft, result)));
  }

  private Uni<Void> admit(NativeCall call) {
    int limit = call.client().intSetting("registration_rate_per_minute", DEFAULT_RATE);
    return attempts
        .countRegistration(call.applicationId(), limit)
        .chain(
            admitted ->
                admitted
                    ? Uni.createFrom().voidItem()
                    : CaptureProblem.tooMany("too many registration attempts").fail());
  }

  private Uni<RegistrationDraft> draft(NativeCall call) {
    TakenValues taken =
        (attribute, value) ->
            entities.isTaken(
                call.applicationId(), call.entityType(), attribute, value, call.context());
    return forms
        .check(call.submission(), taken)
        .map(form -> new RegistrationDraft(call, form.requireValid()));
  }

  private Uni<RegistrationResult> create(RegistrationDraft draft) {
    NativeCall call = draft.call();
    return entities.register(
        call.applicationId(), call.entityType(), draft.form().attributes(), call.context());
  }

  private Uni<NativeSession> conclude(RegistrationDraft draft, RegistrationResult result) {
    return result.fold(
        created -> grant(draft, created), refused -> refuse(draft, refused.violations()));
  }

  /** From here on the record exists: whatever fails, the user signs in with it. */
  private Uni<NativeSession> grant(RegistrationDraft draft, Created created) {
    return recorder
        .succeeded(draft.call(), created)
        .map(issued -> new NativeSession(created.profile(), issued));
  }

  private static Uni<NativeSession> refuse(RegistrationDraft draft, List<Violation> violations) {
    return CaptureProblem.invalidFormFields(draft.refusedBy(violations).invalid().messages())
        .fail();
  }
}

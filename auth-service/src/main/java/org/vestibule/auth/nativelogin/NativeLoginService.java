package org.vestibule.auth.nativelogin;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.auth.form.FormService;
import org.vestibule.auth.form.InvalidFields;
import org.vestibule.auth.form.ProcessedForm;
import org.vestibule.auth.nativecall.Admissions;
import org.vestibule.auth.nativecall.NativeCalls;
import org.vestibule.auth.nativecall.NativeOperation;
import org.vestibule.auth.nativecall.NativeSession;
import org.vestibule.auth.upstream.CredentialCheck;
import org.vestibule.auth.upstream.CredentialCheck.Match;
import org.vestibule.auth.upstream.EntityServiceClient;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.CaptureRequest;

/** Signs users in by what they know. */
@Singleton
public class NativeLoginService {
  private final NativeCalls calls;
  private final Admissions admissions;
  private final FormService forms;
  private final EntityServiceClient entities;
  private final SocialMerge merger;
  private final LoginRecorder recorder;

  NativeLoginService(
      NativeCalls calls,
      Admissions admissions,
      FormService forms,
      EntityServiceClient entities,
      SocialMerge merger,
      LoginRecorder recorder) {
    this.calls = calls;
    this.admissions = admissions;
    this.forms = forms;
    this.entities = entities;
    this.merger = merger;
    this.recorder = recorder;
  }

  /** Checks the password of the call's form and gives the client what it asked for. */
  public Uni<NativeSession> login(CaptureRequest request) {
    return calls
        .read(request, NativeOperation.SIGN_IN)
        .chain(call -> merger.hold(call, merge -> login(LoginAttempt.of(call, merge))));
  }

  private Uni<NativeSession> login(LoginAttempt attempt) {
    return admissions
        .require(attempt.call(), attempt.user(), attempt.counted())
        .chain(() -> checkPassword(attempt))
        .chain(check -> conclude(attempt, check));
  }

  private Uni<CredentialCheck> checkPassword(LoginAttempt attempt) {
    ProcessedForm form = forms.check(attempt.submission()).requireValid();
    return entities.checkCredential(
        attempt.call().applicationId(),
        attempt.call().entityType(),
        attempt.query(form.text(attempt.user()), form.text(attempt.password())),
        attempt.call().context());
  }

  private Uni<NativeSession> conclude(LoginAttempt attempt, CredentialCheck check) {
    return check.fold(
        match -> merger.merged(attempt, match).chain(merged -> admitUser(attempt, merged)),
        mismatch -> refuse(attempt, mismatch.recordUuid()),
        deactivated -> refuseDeactivated(attempt, deactivated.recordUuid()));
  }

  private Uni<NativeSession> admitUser(LoginAttempt attempt, Match match) {
    return recorder
        .succeeded(attempt, match.recordUuid())
        .map(tokens -> new NativeSession(match.profile(), tokens));
  }

  private Uni<NativeSession> refuse(LoginAttempt attempt, Optional<UUID> record) {
    InvalidFields told =
        InvalidFields.of(attempt.form().name(), attempt.form().invalidCredentials());
    return recorder
        .failed(attempt, record, "invalidCredentials")
        .chain(() -> CaptureProblem.invalidCredentials(told.messages()).fail());
  }

  private Uni<NativeSession> refuseDeactivated(LoginAttempt attempt, UUID record) {
    return recorder
        .failed(attempt, Optional.of(record), "accountDeactivated")
        .chain(() -> CaptureProblem.triggered("accountDeactivated").fail());
  }
}

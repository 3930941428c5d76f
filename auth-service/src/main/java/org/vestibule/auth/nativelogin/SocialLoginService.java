package org.vestibule.auth.nativelogin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.function.Function;
import org.vestibule.auth.nativecall.NativeCall;
import org.vestibule.auth.nativecall.NativeCalls;
import org.vestibule.auth.nativecall.NativeOperation;
import org.vestibule.auth.nativecall.NativeSession;
import org.vestibule.auth.nativecall.SocialSession;
import org.vestibule.auth.registration.ThinRegistration;
import org.vestibule.auth.social.HeldToken;
import org.vestibule.auth.social.SocialRefusals;
import org.vestibule.auth.social.SocialTokenService;
import org.vestibule.auth.upstream.SocialClient;
import org.vestibule.auth.upstream.SocialResult;
import org.vestibule.auth.upstream.SocialResult.AddressInUse;
import org.vestibule.auth.upstream.SocialResult.Admitted;
import org.vestibule.auth.upstream.SocialResult.Deactivated;
import org.vestibule.auth.upstream.SocialResult.Nothing;
import org.vestibule.platform.capture.problem.CaptureCode;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.CaptureRequest;
import org.vestibule.platform.json.Json;

/** Signs people in whom a social provider knows. */
@Singleton
public class SocialLoginService {
  private static final String TOKEN = "token";
  private static final String MERGE_TOKEN = "merge_token";

  private final NativeCalls calls;
  private final SocialTokenService tokens;
  private final SocialClient accounts;
  private final ThinRegistration thin;
  private final LoginRecorder recorder;

  SocialLoginService(
      NativeCalls calls,
      SocialTokenService tokens,
      SocialClient accounts,
      ThinRegistration thin,
      LoginRecorder recorder) {
    this.calls = calls;
    this.tokens = tokens;
    this.accounts = accounts;
    this.thin = thin;
    this.recorder = recorder;
  }

  /** Finds the record of the token's identity and gives the client what it asked for. */
  public Uni<SocialSession> login(CaptureRequest request) {
    return calls
        .read(request, NativeOperation.SOCIAL_SIGN_IN)
        .chain(
            call ->
                tokens.hold(
                    call.applicationId(),
                    TOKEN,
                    call.request().parameters().required(TOKEN),
                    held -> withMerge(call, held)));
  }

  private Uni<SocialSession> withMerge(NativeCall call, HeldToken held) {
    return tokens.holdAny(
        call.applicationId(),
        MERGE_TOKEN,
        call.request().parameters().filled(MERGE_TOKEN),
        merge -> enter(new SocialAttempt(call, held, merge), this::newcomer));
  }

  private Uni<SocialSession> enter(
      SocialAttempt attempt, Function<SocialAttempt, Uni<SocialSession>> unknown) {
    NativeCall call = attempt.call();
    return accounts
        .signIn(call.applicationId(), call.entityType(), attempt.query(), call.context())
        .chain(result -> conclude(attempt, result, unknown));
  }

  private Uni<SocialSession> conclude(
      SocialAttempt attempt,
      SocialResult result,
      Function<SocialAttempt, Uni<SocialSession>> unknown) {
    return result.fold(
        new SocialResult.Cases<>(
            admitted -> admit(attempt, admitted),
            deactivated -> refuse(attempt, deactivated),
            inUse -> tellInUse(attempt, inUse),
            refused -> SocialRefusals.of(refused).fail(),
            nothing ->
                nothing == Nothing.ELSEWHERE
                    ? SocialTokenService.notValid(MERGE_TOKEN).fail()
                    : unknown.apply(attempt)));
  }

  private Uni<SocialSession> admit(SocialAttempt attempt, Admitted admitted) {
    return recorder
        .succeeded(attempt, admitted.recordUuid())
        .map(issued -> new SocialSession(new NativeSession(admitted.profile(), issued), false));
  }

  private Uni<SocialSession> refuse(SocialAttempt attempt, Deactivated deactivated) {
    return recorder
        .deactivated(attempt.call(), deactivated.recordUuid())
        .chain(() -> CaptureProblem.triggered("accountDeactivated").fail());
  }

  private Uni<SocialSession> tellInUse(SocialAttempt attempt, AddressInUse inUse) {
    return tokens
        .noteConflict(attempt.held(), inUse.recordUuid())
        .chain(
            () ->
                CaptureProblem.of(
                        CaptureCode.EMAIL_ADDRESS_IN_USE, "the email address is already in use")
                    .with("existing_provider", inUse.provider())
                    .fail());
  }

  /**
   * Nobody has the identity. When the store refuses to make a record, somebody may have been faster
   * with the same identity, and then that is the record.
   */
  private Uni<SocialSession> newcomer(SocialAttempt attempt) {
    return attempt.isThin()
        ? thin.register(attempt.call(), attempt.held())
            .chain(
                made ->
                    made.map(session -> Uni.createFrom().item(new SocialSession(session, true)))
                        .orElseGet(() -> enter(attempt, SocialLoginService::notFound)))
        : notFound(attempt);
  }

  private static Uni<SocialSession> notFound(SocialAttempt attempt) {
    ObjectNode members = Json.object();
    members.set("prereg_fields", PreregFields.of(attempt.call().form(), attempt.held().profile()));
    return new CaptureProblem(CaptureCode.RECORD_NOT_FOUND, "record not found", members).fail();
  }
}

package org.vestibule.auth.nativelogin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.vestibule.auth.nativecall.NativeCall;
import org.vestibule.auth.social.HeldToken;
import org.vestibule.auth.social.ProfileEntry;
import org.vestibule.auth.social.SocialRefusals;
import org.vestibule.auth.social.SocialTokenService;
import org.vestibule.auth.upstream.CredentialCheck.Match;
import org.vestibule.auth.upstream.SocialClient;
import org.vestibule.auth.upstream.SocialResult;
import org.vestibule.platform.capture.problem.CaptureProblem;

/** Gives an account the social identity whose sign-in ended in 380 (authentication.md 11.4). */
@Singleton
class SocialMerge {
  private static final String ARGUMENT = "merge_token";

  private final SocialTokenService tokens;
  private final SocialClient accounts;
  private final LoginRecorder recorder;

  SocialMerge(SocialTokenService tokens, SocialClient accounts, LoginRecorder recorder) {
    this.tokens = tokens;
    this.accounts = accounts;
    this.recorder = recorder;
  }

  /** Holds the call's merge token, where there is one, while the work uses it. */
  <T> Uni<T> hold(NativeCall call, Function<Optional<HeldToken>, Uni<T>> work) {
    Optional<String> token = call.request().parameters().filled(ARGUMENT);
    return tokens.holdAny(call.applicationId(), ARGUMENT, token, work);
  }

  /** The same match after its record took the identity of the attempt. */
  Uni<Match> merged(LoginAttempt attempt, Match match) {
    return attempt
        .merge()
        .map(held -> merge(attempt.call(), held, match.recordUuid()))
        .orElseGet(() -> Uni.createFrom().item(match));
  }

  private Uni<Match> merge(NativeCall call, HeldToken held, UUID record) {
    if (!held.mayMergeInto(record)) {
      return SocialTokenService.notValid(ARGUMENT).fail();
    }
    ObjectNode identity = ProfileEntry.of(held.profile(), call.client());
    return accounts
        .merge(call.applicationId(), call.entityType(), record, identity, call.context())
        .chain(result -> conclude(call, result));
  }

  private Uni<Match> conclude(NativeCall call, SocialResult result) {
    return result.fold(
        new SocialResult.Cases<Uni<Match>>(
            admitted -> Uni.createFrom().item(new Match(admitted.recordUuid(), admitted.profile())),
            deactivated ->
                recorder
                    .deactivated(call, deactivated.recordUuid())
                    .chain(() -> CaptureProblem.triggered("accountDeactivated").fail()),
            inUse -> SocialRefusals.taken().fail(),
            refused -> SocialRefusals.of(refused).fail(),
            nothing -> SocialTokenService.notValid(ARGUMENT).fail()));
  }
}

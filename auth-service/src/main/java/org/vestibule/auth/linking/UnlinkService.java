package org.vestibule.auth.linking;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.vestibule.auth.nativecall.NativeCall;
import org.vestibule.auth.nativecall.NativeCalls;
import org.vestibule.auth.nativecall.NativeOperation;
import org.vestibule.auth.nativecall.TokenHolder;
import org.vestibule.auth.nativecall.TokenHolder.Held;
import org.vestibule.auth.social.SocialRefusals;
import org.vestibule.auth.upstream.SocialClient;
import org.vestibule.auth.upstream.SocialResult;
import org.vestibule.auth.upstream.SocialResult.Nothing;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.CaptureRequest;

/** Takes a way to sign in from people who are signed in, but not the last one. */
@Singleton
class UnlinkService {
  private static final String IDENTIFIER = "identifier_to_remove";

  private final NativeCalls calls;
  private final TokenHolder holder;
  private final SocialClient identities;

  UnlinkService(NativeCalls calls, TokenHolder holder, SocialClient identities) {
    this.calls = calls;
    this.holder = holder;
    this.identities = identities;
  }

  Uni<Void> unlink(CaptureRequest request) {
    return calls.read(request, NativeOperation.UNLINK).chain(holder::require).chain(this::unlink);
  }

  private Uni<Void> unlink(Held user) {
    NativeCall call = user.call();
    String identifier = call.request().parameters().required(IDENTIFIER);
    return identities
        .unlink(call.applicationId(), call.entityType(), user.record(), identifier, call.context())
        .chain(UnlinkService::conclude);
  }

  private static Uni<Void> conclude(SocialResult result) {
    return result.fold(
        new SocialResult.Cases<>(
            admitted -> unexpected(),
            deactivated -> unexpected(),
            inUse -> unexpected(),
            refused -> SocialRefusals.ofOwn(refused).fail(),
            UnlinkService::conclude));
  }

  private static Uni<Void> conclude(Nothing outcome) {
    return switch (outcome) {
      case REMOVED -> Uni.createFrom().voidItem();
      case LAST -> CaptureProblem.triggered("cannot remove the only sign-in method").fail();
      case NONE ->
          CaptureProblem.invalidArgument(IDENTIFIER, "the user has no such identifier").fail();
      case GONE, ELSEWHERE -> CaptureProblem.noAccessGrant().fail();
    };
  }

  private static Uni<Void> unexpected() {
    throw new IllegalStateException("not an outcome of a removal");
  }
}

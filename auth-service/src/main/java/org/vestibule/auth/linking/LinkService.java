package org.vestibule.auth.linking;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.vestibule.auth.nativecall.NativeCall;
import org.vestibule.auth.nativecall.NativeCalls;
import org.vestibule.auth.nativecall.NativeOperation;
import org.vestibule.auth.nativecall.TokenHolder;
import org.vestibule.auth.nativecall.TokenHolder.Held;
import org.vestibule.auth.social.HeldToken;
import org.vestibule.auth.social.ProfileEntry;
import org.vestibule.auth.social.SocialRefusals;
import org.vestibule.auth.social.SocialTokenService;
import org.vestibule.auth.upstream.Account;
import org.vestibule.auth.upstream.AccountClient;
import org.vestibule.auth.upstream.AccountQuery;
import org.vestibule.auth.upstream.SocialClient;
import org.vestibule.auth.upstream.SocialResult;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.CaptureRequest;

/** Gives people who are signed in a further way to sign in. */
@Singleton
class LinkService {
  private static final String TOKEN = "token";
  private static final String VERIFIED_ONLY = "link_requires_verified_email";

  private final NativeCalls calls;
  private final TokenHolder holder;
  private final SocialTokenService tokens;
  private final AccountClient accounts;
  private final SocialClient identities;

  LinkService(
      NativeCalls calls,
      TokenHolder holder,
      SocialTokenService tokens,
      AccountClient accounts,
      SocialClient identities) {
    this.calls = calls;
    this.holder = holder;
    this.tokens = tokens;
    this.accounts = accounts;
    this.identities = identities;
  }

  Uni<Void> link(CaptureRequest request) {
    return calls.read(request, NativeOperation.LINK).chain(holder::require).chain(this::link);
  }

  private Uni<Void> link(Held user) {
    NativeCall call = user.call();
    return tokens.hold(
        call.applicationId(),
        TOKEN,
        call.request().parameters().required(TOKEN),
        held -> requireVerified(user).chain(() -> link(user, held)));
  }

  private Uni<Void> requireVerified(Held user) {
    NativeCall call = user.call();
    if (!call.client().booleanSetting(VERIFIED_ONLY, false)) {
      return Uni.createFrom().voidItem();
    }
    AccountQuery query = AccountQuery.byUuid(user.record()).seenBy(call.client().id());
    return accounts
        .find(call.applicationId(), call.entityType(), query, call.context())
        .invoke(LinkService::requireVerified)
        .replaceWithVoid();
  }

  private static void requireVerified(Optional<Account> account) {
    if (account.filter(Account::isEmailVerified).isEmpty()) {
      throw CaptureProblem.triggered("email not verified").exception();
    }
  }

  private Uni<Void> link(Held user, HeldToken held) {
    NativeCall call = user.call();
    ObjectNode identity = ProfileEntry.of(held.profile(), call.client());
    return identities
        .link(call.applicationId(), call.entityType(), user.record(), identity, call.context())
        .chain(result -> conclude(user, held, result));
  }

  private Uni<Void> conclude(Held user, HeldToken held, SocialResult result) {
    return result.fold(
        new SocialResult.Cases<>(
            admitted -> tokens.consume(held).chain(() -> requireStillHeld(user, held)),
            deactivated -> CaptureProblem.triggered("accountDeactivated").fail(),
            inUse -> SocialRefusals.taken().fail(),
            refused -> SocialRefusals.of(refused).fail(),
            nothing -> CaptureProblem.noAccessGrant().fail()));
  }

  /** A token that ended while the identity was linked leaves nothing behind. */
  private Uni<Void> requireStillHeld(Held user, HeldToken held) {
    return holder
        .require(user.call())
        .onFailure()
        .call(() -> unlink(user, held.profile().identifier()))
        .replaceWithVoid();
  }

  private Uni<SocialResult> unlink(Held user, String identifier) {
    NativeCall call = user.call();
    return identities.unlink(
        call.applicationId(), call.entityType(), user.record(), identifier, call.context());
  }
}

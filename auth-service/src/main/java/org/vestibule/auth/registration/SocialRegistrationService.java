package org.vestibule.auth.registration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.vestibule.auth.nativecall.NativeCall;
import org.vestibule.auth.nativecall.NativeCalls;
import org.vestibule.auth.nativecall.NativeOperation;
import org.vestibule.auth.nativecall.SocialSession;
import org.vestibule.auth.social.HeldToken;
import org.vestibule.auth.social.ProfileEntry;
import org.vestibule.auth.social.SocialRefusals;
import org.vestibule.auth.social.SocialTokenService;
import org.vestibule.auth.upstream.EntityServiceClient;
import org.vestibule.auth.upstream.RegistrationResult;
import org.vestibule.auth.upstream.Violation;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.CaptureRequest;

/** Makes records of people whom a social provider knows. */
@Singleton
public class SocialRegistrationService {
  private static final String IDENTIFIER = "profiles.identifier";
  private static final String TOKEN = "token";

  private final NativeCalls calls;
  private final SocialTokenService socialTokens;
  private final RegistrationForms forms;
  private final EntityServiceClient entities;
  private final RegistrationGrants grants;
  private final Clock clock;

  SocialRegistrationService(
      NativeCalls calls,
      SocialTokenService socialTokens,
      RegistrationForms forms,
      EntityServiceClient entities,
      RegistrationGrants grants,
      Clock clock) {
    this.calls = calls;
    this.socialTokens = socialTokens;
    this.forms = forms;
    this.entities = entities;
    this.grants = grants;
    this.clock = clock;
  }

  /** Checks token and form, has the record made, and gives the client what it asked for. */
  public Uni<SocialSession> register(CaptureRequest request) {
    return calls
        .read(request, NativeOperation.SOCIAL_REGISTRATION)
        .chain(
            call ->
                socialTokens.hold(
                    call.applicationId(),
                    TOKEN,
                    call.request().parameters().required(TOKEN),
                    held -> register(call, held)));
  }

  private Uni<SocialSession> register(NativeCall call, HeldToken held) {
    return forms
        .admit(call)
        .chain(() -> requireFree(call, held))
        .chain(() -> forms.draft(call))
        .chain(draft -> create(draft, held).chain(result -> conclude(draft, held, result)));
  }

  /** Who has the identity already is told so, and not that the address is taken. */
  private Uni<Void> requireFree(NativeCall call, HeldToken held) {
    String identifier = held.profile().identifier();
    return entities
        .isTaken(call.applicationId(), call.entityType(), IDENTIFIER, identifier, call.context())
        .chain(taken -> taken ? SocialRefusals.taken().fail() : Uni.createFrom().voidItem());
  }

  private Uni<RegistrationResult> create(RegistrationDraft draft, HeldToken held) {
    NativeCall call = draft.call();
    ObjectNode attributes =
        SocialAttributes.verified(
            draft.form().attributes(), held.profile(), call.schema(), clock.instant());
    ObjectNode identity = ProfileEntry.of(held.profile(), call.client());
    return entities.register(
        call.applicationId(), call.entityType(), attributes, Optional.of(identity), call.context());
  }

  private Uni<SocialSession> conclude(
      RegistrationDraft draft, HeldToken held, RegistrationResult result) {
    return result.fold(
        created ->
            grants
                .grant(draft.call(), created, Optional.of(held))
                .map(session -> new SocialSession(session, true)),
        refused -> refuse(draft, refused.violations()));
  }

  private static Uni<SocialSession> refuse(RegistrationDraft draft, List<Violation> violations) {
    return violations.stream().anyMatch(SocialRefusals::isTaken)
        ? SocialRefusals.taken().fail()
        : CaptureProblem.invalidFormFields(draft.refusedBy(violations).invalid().messages()).fail();
  }
}

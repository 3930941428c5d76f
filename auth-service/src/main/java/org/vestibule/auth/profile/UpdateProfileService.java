package org.vestibule.auth.profile;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.vestibule.auth.form.FormField;
import org.vestibule.auth.form.FormService;
import org.vestibule.auth.form.InvalidFields;
import org.vestibule.auth.nativecall.Admissions;
import org.vestibule.auth.nativecall.NativeCall;
import org.vestibule.auth.nativecall.NativeCalls;
import org.vestibule.auth.nativecall.NativeOperation;
import org.vestibule.auth.nativecall.TokenHolder;
import org.vestibule.auth.nativecall.TokenHolder.Held;
import org.vestibule.auth.upstream.AccountChange;
import org.vestibule.auth.upstream.AccountClient;
import org.vestibule.auth.upstream.ChangeResult;
import org.vestibule.auth.upstream.ChangeResult.Changed;
import org.vestibule.auth.upstream.ChangeResult.Refused;
import org.vestibule.auth.upstream.ChangeResult.Unchanged;
import org.vestibule.platform.capture.problem.CaptureCode;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.CaptureRequest;

/** Writes profile and password forms into the record of the token that comes with them. */
@Singleton
class UpdateProfileService {
  private static final String PROOF_ONLY = "restrict_change_password_no_auth";

  private final NativeCalls calls;
  private final TokenHolder holder;
  private final Admissions admissions;
  private final FormService forms;
  private final AccountClient accounts;
  private final ProfileConsequences consequences;

  UpdateProfileService(
      NativeCalls calls,
      TokenHolder holder,
      Admissions admissions,
      FormService forms,
      AccountClient accounts,
      ProfileConsequences consequences) {
    this.calls = calls;
    this.holder = holder;
    this.admissions = admissions;
    this.forms = forms;
    this.accounts = accounts;
    this.consequences = consequences;
  }

  Uni<Void> update(CaptureRequest request) {
    return calls
        .read(request, NativeOperation.PROFILE_UPDATE)
        .chain(holder::require)
        .call(this::admit)
        .chain(this::checked)
        .call(consequences::prepare)
        .chain(update -> change(update, update.change()).chain(result -> conclude(update, result)));
  }

  /** Only a form that asks for a secret can be used to guess one. */
  private Uni<Void> admit(Held held) {
    NativeCall call = held.call();
    return call.form().currentPasswordField().isPresent()
        ? admissions.require(call, held.record())
        : Uni.createFrom().voidItem();
  }

  /** Whether an address is free is decided by the store: one's own is no conflict. */
  private Uni<ProfileUpdate> checked(Held held) {
    return forms
        .screen(held.call().submission())
        .map(form -> requireProof(held, ProfileUpdate.of(held, form.requireValid())));
  }

  private static ProfileUpdate requireProof(Held held, ProfileUpdate update) {
    boolean needsProof =
        update.setsPassword()
            && update.currentPassword().isEmpty()
            && !held.token().recovered()
            && held.call().client().booleanSetting(PROOF_ONLY, false);
    if (needsProof) {
      throw CaptureProblem.clientPermissionError().exception();
    }
    return update;
  }

  private Uni<ChangeResult> change(ProfileUpdate update, AccountChange change) {
    NativeCall call = update.call();
    return accounts.change(
        call.applicationId(), call.entityType(), update.record(), change, call.context());
  }

  private Uni<Void> conclude(ProfileUpdate update, ChangeResult result) {
    return result.fold(
        changed -> consequences.of(update, changed).chain(() -> sweep(update, changed)),
        refused -> refuse(update, refused),
        unchanged -> explain(update, unchanged));
  }

  /**
   * Between the first proof of an address and the end of the tokens before it, somebody else may
   * have linked an identity once more.
   */
  private Uni<Void> sweep(ProfileUpdate update, Changed changed) {
    return changed.isFirstProof()
        ? change(update, AccountChange.without("profiles", update.call().client().id()))
            .replaceWithVoid()
        : Uni.createFrom().voidItem();
  }

  private static Uni<Void> refuse(ProfileUpdate update, Refused refused) {
    boolean isHistory =
        refused.violations().stream()
            .anyMatch(it -> it.code() == CaptureCode.PASSWORD_UNACCEPTABLE.code());
    if (isHistory) {
      return CaptureProblem.of(CaptureCode.PASSWORD_UNACCEPTABLE, "password is unacceptable")
          .fail();
    }
    refused
        .violations()
        .forEach(it -> update.form().refuse(it.path(), it.rule(), it.description()));
    return CaptureProblem.invalidFormFields(update.form().invalid().messages()).fail();
  }

  private static Uni<Void> explain(ProfileUpdate update, Unchanged reason) {
    return switch (reason) {
      case WRONG_PASSWORD -> wrongPassword(update).fail();
      case NO_PASSWORD ->
          CaptureProblem.of(CaptureCode.NO_PASSWORD, "the account has no password").fail();
      case GONE, DIFFERENT -> CaptureProblem.noAccessGrant().fail();
    };
  }

  private static CaptureProblem wrongPassword(ProfileUpdate update) {
    String field =
        update.currentPassword().map(FormField::name).orElse(update.form().form().name());
    return CaptureProblem.passwordIncorrect(
        InvalidFields.of(field, update.call().form().wrongPassword()).messages());
  }
}

package org.vestibule.auth.profile;

import java.util.Optional;
import java.util.UUID;
import org.vestibule.auth.form.FormField;
import org.vestibule.auth.form.ProcessedForm;
import org.vestibule.auth.nativecall.NativeCall;
import org.vestibule.auth.nativecall.TokenHolder.Held;
import org.vestibule.auth.token.ResolvedToken;
import org.vestibule.auth.upstream.AccountChange;

/**
 * A profile form on its way.
 *
 * @param token the user's access token, alive and of the calling client
 * @param tokenHash SHA-256 of it
 */
record ProfileUpdate(NativeCall call, ResolvedToken token, byte[] tokenHash, ProcessedForm form) {
  private static final String PASSWORD = "password";
  private static final String RESET_VERIFIES = "verify_email_on_reset";

  static ProfileUpdate of(Held held, ProcessedForm form) {
    return new ProfileUpdate(held.call(), held.token(), held.hash(), form);
  }

  UUID record() {
    return token.grantee().recordUuid();
  }

  /** The field of a form that asks for the current password. */
  Optional<FormField> currentPassword() {
    return call.form().currentPasswordField();
  }

  boolean setsPassword() {
    return form.attributes().path(PASSWORD).isTextual();
  }

  AccountChange change() {
    AccountChange change = proven(AccountChange.of(form.attributes(), call.client().id()));
    return currentPassword().map(field -> change.ifPassword(form.text(field))).orElse(change);
  }

  /** Only who chooses a password after reading the mail takes the account over by it. */
  private AccountChange proven(AccountChange change) {
    boolean verifies = call.client().booleanSetting(RESET_VERIFIES, false);
    return token
        .provenAddress()
        .filter(address -> setsPassword())
        .map(address -> change.provenBy(address, verifies))
        .orElse(change);
  }

  @Override
  public String toString() {
    return "ProfileUpdate[***]";
  }
}

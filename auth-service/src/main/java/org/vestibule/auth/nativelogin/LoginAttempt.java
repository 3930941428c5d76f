package org.vestibule.auth.nativelogin;

import java.util.Map;
import java.util.Optional;
import org.vestibule.auth.attempt.Attempt;
import org.vestibule.auth.form.FlowForm;
import org.vestibule.auth.form.FormField;
import org.vestibule.auth.form.FormParameters;
import org.vestibule.auth.form.FormSubmission;
import org.vestibule.auth.nativecall.NativeCall;
import org.vestibule.auth.social.HeldToken;
import org.vestibule.auth.upstream.CredentialQuery;
import org.vestibule.platform.capture.problem.CaptureProblem;

/**
 * A sign-in on its way: the call, and the two fields of its form that matter.
 *
 * @param merge a social identity that the account shall take
 */
record LoginAttempt(
    NativeCall call, FormField user, FormField password, Optional<HeldToken> merge) {

  static LoginAttempt of(NativeCall call, Optional<HeldToken> merge) {
    return new LoginAttempt(
        call, needed(call.form().identifierField()), needed(call.form().passwordField()), merge);
  }

  private static FormField needed(Optional<FormField> field) {
    return field.orElseThrow(
        () ->
            CaptureProblem.flowError("the form needs a field that identifies and a password")
                .exception());
  }

  /** The form with its parameters; old mobile clients name no form and two fixed parameters. */
  FormSubmission submission() {
    return call.submission().with(parameters());
  }

  private FormParameters parameters() {
    FormParameters given = call.submission().parameters();
    if (given.get("form").isPresent()) {
      return given;
    }
    Map<String, String> old = Map.of(user.parameter(), "user", password.parameter(), "password");
    return name -> given.get(name).or(() -> Optional.ofNullable(old.get(name)).flatMap(given::get));
  }

  /** The attempt as it is counted, before the fields are looked at any closer. */
  Attempt counted() {
    return call.attempt(
        parameters()
            .get(user.parameter())
            .map(String::strip)
            .filter(it -> !it.isEmpty())
            .orElse(null));
  }

  /** A sign-in that merges is written together with the identity, not before. */
  CredentialQuery query(String identifier, String secret) {
    String attribute = form().attributeOf(user, identifier);
    return new CredentialQuery(attribute, identifier, secret, call.client().id(), merge.isEmpty());
  }

  FlowForm form() {
    return call.form();
  }
}

package org.vestibule.auth.nativelogin;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.vestibule.auth.attempt.Attempt;
import org.vestibule.auth.form.FlowForm;
import org.vestibule.auth.form.FormField;
import org.vestibule.auth.form.FormParameters;
import org.vestibule.auth.form.FormSubmission;
import org.vestibule.auth.nativecall.NativeCall;
import org.vestibule.auth.upstream.CredentialQuery;
import org.vestibule.platform.capture.directory.ClientView;
import org.vestibule.platform.capture.problem.CaptureProblem;

/** A sign-in on its way: the call, and the two fields of its form that matter. */
record LoginAttempt(NativeCall call, FormField user, FormField password) {
  private static final int DEFAULT_ATTEMPTS = 6;
  private static final int MOST_ATTEMPTS = 1000;
  private static final int DEFAULT_WINDOW_SECONDS = 60;
  private static final int LONGEST_WINDOW_SECONDS = 86_400;

  static LoginAttempt of(NativeCall call) {
    return new LoginAttempt(
        call, needed(call.form().identifierField()), needed(call.form().passwordField()));
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
    ClientView client = call.client();
    int limit = client.intSetting("login_attempts", DEFAULT_ATTEMPTS);
    int window = client.intSetting("login_attempts_threshold", DEFAULT_WINDOW_SECONDS);
    return new Attempt(
        call.applicationId(),
        parameters()
            .get(user.parameter())
            .map(String::strip)
            .filter(it -> !it.isEmpty())
            .orElse(null),
        null,
        call.request().edge().address(),
        Math.min(limit, MOST_ATTEMPTS),
        Duration.ofSeconds(Math.max(1, Math.min(window, LONGEST_WINDOW_SECONDS))));
  }

  CredentialQuery query(String identifier, String secret) {
    return new CredentialQuery(attribute(identifier), identifier, secret, call.client().id());
  }

  /** A field of several identifying attributes: an address is looked for where addresses are. */
  private String attribute(String identifier) {
    boolean isAddress = identifier.indexOf('@') >= 0;
    return user.attributes().stream()
        .filter(attribute -> attribute.equals("email") == isAddress)
        .findFirst()
        .orElseGet(() -> user.attributes().get(0));
  }

  FlowForm form() {
    return call.form();
  }
}

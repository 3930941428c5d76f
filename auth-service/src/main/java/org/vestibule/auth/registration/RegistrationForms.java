package org.vestibule.auth.registration;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.vestibule.auth.attempt.AttemptService;
import org.vestibule.auth.form.FormService;
import org.vestibule.auth.form.TakenValues;
import org.vestibule.auth.nativecall.NativeCall;
import org.vestibule.auth.upstream.EntityServiceClient;
import org.vestibule.platform.capture.problem.CaptureProblem;

/** What every registration goes through before a record is made. */
@Singleton
class RegistrationForms {
  private static final int DEFAULT_RATE = 500;

  private final AttemptService attempts;
  private final FormService forms;
  private final EntityServiceClient entities;

  RegistrationForms(AttemptService attempts, FormService forms, EntityServiceClient entities) {
    this.attempts = attempts;
    this.forms = forms;
    this.entities = entities;
  }

  /** Counts a registration of the application (510). */
  Uni<Void> admit(NativeCall call) {
    int limit = call.client().intSetting("registration_rate_per_minute", DEFAULT_RATE);
    return attempts
        .countRegistration(call.applicationId(), limit)
        .chain(
            admitted ->
                admitted
                    ? Uni.createFrom().voidItem()
                    : CaptureProblem.tooMany("too many registration attempts").fail());
  }

  /** The form of the call, once it passes all its rules (390). */
  Uni<RegistrationDraft> draft(NativeCall call) {
    TakenValues taken =
        (attribute, value) ->
            entities.isTaken(
                call.applicationId(), call.entityType(), attribute, value, call.context());
    return forms
        .check(call.submission(), taken)
        .map(form -> new RegistrationDraft(call, form.requireValid()));
  }
}

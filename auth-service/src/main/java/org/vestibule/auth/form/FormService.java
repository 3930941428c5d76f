package org.vestibule.auth.form;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Applies all rules of a form, those included that need to know other records. */
@ApplicationScoped
public class FormService {
  private final Clock clock;

  FormService(Clock clock) {
    this.clock = clock;
  }

  /** Rules that are decided here alone. */
  public ProcessedForm check(FormSubmission submission) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return new FormProcessor(submission.schema(), submission.settings(), today)
        .process(submission.form(), submission.parameters());
  }

  /** All rules; the fields that must be unique are asked for one after the other. */
  public Uni<ProcessedForm> check(FormSubmission submission, TakenValues values) {
    ProcessedForm processed = check(submission);
    Uni<Void> asked = Uni.createFrom().voidItem();
    for (FormField field : processed.uniqueFields()) {
      asked = asked.chain(() -> ask(processed, field, values));
    }
    return asked.replaceWith(processed);
  }

  private static Uni<Void> ask(ProcessedForm processed, FormField field, TakenValues values) {
    return values
        .isTaken(field.attribute().orElseThrow(), processed.text(field))
        .invoke(taken -> tell(processed, field, taken))
        .replaceWithVoid();
  }

  private static void tell(ProcessedForm processed, FormField field, boolean taken) {
    if (taken) {
      processed.invalid().add(field.name(), field.message("unique"));
    }
  }
}

package org.vestibule.auth.form;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.vestibule.auth.breach.BreachedPasswords;

/** Applies all rules of a form, those included that need to know other records. */
@Singleton
public class FormService {
  private static final String SCREENING = "reject_breached_passwords";

  private final Clock clock;
  private final BreachedPasswords breached;

  FormService(Clock clock, BreachedPasswords breached) {
    this.clock = clock;
    this.breached = breached;
  }

  /** Rules that are decided here alone. */
  public ProcessedForm check(FormSubmission submission) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return new FormProcessor(submission.schema(), submission.settings(), today)
        .process(submission.form(), submission.parameters());
  }

  /** The same, and new passwords must not be known, where the client's settings say so. */
  public Uni<ProcessedForm> screen(FormSubmission submission) {
    ProcessedForm processed = check(submission);
    boolean isOn =
        submission.settings().apply(SCREENING).filter(it -> it.strip().equals("true")).isPresent();
    Uni<Void> asked = Uni.createFrom().voidItem();
    for (FormField field : isOn ? processed.newPasswords() : List.<FormField>of()) {
      asked = asked.chain(() -> screen(processed, field));
    }
    return asked.replaceWith(processed);
  }

  private Uni<Void> screen(ProcessedForm processed, FormField field) {
    return breached
        .contain(processed.text(field))
        .invoke(known -> tell(processed, field, ProcessedForm.SCREENED, known))
        .replaceWithVoid();
  }

  /** All rules; the fields that must be unique are asked for one after the other. */
  public Uni<ProcessedForm> check(FormSubmission submission, TakenValues values) {
    return screen(submission).call(processed -> ask(processed, values));
  }

  private static Uni<Void> ask(ProcessedForm processed, TakenValues values) {
    Uni<Void> asked = Uni.createFrom().voidItem();
    for (FormField field : processed.uniqueFields()) {
      asked = asked.chain(() -> ask(processed, field, values));
    }
    return asked;
  }

  private static Uni<Void> ask(ProcessedForm processed, FormField field, TakenValues values) {
    return values
        .isTaken(field.attribute().orElseThrow(), processed.text(field))
        .invoke(taken -> tell(processed, field, "unique", taken))
        .replaceWithVoid();
  }

  private static void tell(
      ProcessedForm processed, FormField field, String rule, boolean isBroken) {
    if (isBroken) {
      processed.invalid().add(field.name(), field.message(rule));
    }
  }
}

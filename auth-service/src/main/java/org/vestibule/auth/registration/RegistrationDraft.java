package org.vestibule.auth.registration;

import java.util.List;
import org.vestibule.auth.form.ProcessedForm;
import org.vestibule.auth.nativecall.NativeCall;
import org.vestibule.auth.upstream.RegistrationResult.Violation;

/** A registration whose form is valid. */
record RegistrationDraft(NativeCall call, ProcessedForm form) {

  /** Tells what the store refused at the fields that it came from. */
  ProcessedForm refusedBy(List<Violation> violations) {
    violations.forEach(
        violation -> form.refuse(violation.path(), rule(violation), violation.description()));
    return form;
  }

  /** The rule of a form that says the same as a violation of the schema. */
  private static String rule(Violation violation) {
    return switch (violation.code()) {
      case 361 -> "unique";
      case 362 -> "required";
      case 363 -> "maxLength";
      default -> "format";
    };
  }
}

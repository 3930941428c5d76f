package org.vestibule.auth.registration;

import java.util.List;
import org.vestibule.auth.form.ProcessedForm;
import org.vestibule.auth.nativecall.NativeCall;
import org.vestibule.auth.upstream.Violation;

/** A registration whose form is valid. */
record RegistrationDraft(NativeCall call, ProcessedForm form) {

  /** Tells what the store refused at the fields that it came from. */
  ProcessedForm refusedBy(List<Violation> violations) {
    violations.forEach(
        violation -> form.refuse(violation.path(), violation.rule(), violation.description()));
    return form;
  }
}

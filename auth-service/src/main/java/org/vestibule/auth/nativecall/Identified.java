package org.vestibule.auth.nativecall;

import org.vestibule.auth.form.FormField;
import org.vestibule.auth.form.ProcessedForm;
import org.vestibule.auth.upstream.AccountQuery;
import org.vestibule.platform.capture.problem.CaptureProblem;

/** A call whose form asks for nothing but who somebody is. */
public record Identified(NativeCall call, FormField field) {

  /** Finds the field of the form (226 when there is none). */
  public static Identified of(NativeCall call) {
    return call.form()
        .identifierField()
        .map(field -> new Identified(call, field))
        .orElseThrow(
            () -> CaptureProblem.flowError("the form needs a field that identifies").exception());
  }

  /** What was typed, as it is counted. */
  public String typed() {
    return call.submission()
        .parameters()
        .get(field.parameter())
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .orElse(null);
  }

  /** The record of the identifier in a form that passed its rules. */
  public AccountQuery query(ProcessedForm form) {
    String identifier = form.text(field);
    return AccountQuery.byIdentifier(call.form().attributeOf(field, identifier), identifier)
        .seenBy(call.client().id());
  }
}

package org.vestibule.auth.upstream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vestibule.platform.capture.problem.CaptureCode;
import org.vestibule.platform.capture.problem.CaptureProblem;

/** Something that a schema does not take; the attribute is a path that starts with a slash. */
public record Violation(
    int code,
    String error,
    String attribute,
    String constraint,
    String description,
    ObjectNode members) {

  /** The attribute as a dotted path. */
  public String path() {
    return attribute == null ? "" : attribute.replaceFirst("^/", "").replace('/', '.');
  }

  /** The rule of a form that says the same. */
  public String rule() {
    return switch (code) {
      case 361 -> "unique";
      case 362 -> "required";
      case 363 -> "maxLength";
      default -> "format";
    };
  }

  /** What the wire says about it where no form stands between. */
  public CaptureProblem problem() {
    return new CaptureProblem(
        CaptureCode.valueOf(error.toUpperCase(java.util.Locale.ROOT)), description, members);
  }
}

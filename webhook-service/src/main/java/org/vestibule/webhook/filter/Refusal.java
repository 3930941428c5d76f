package org.vestibule.webhook.filter;

import org.vestibule.platform.problem.ProblemException;
import org.vestibule.webhook.wire.WebhookProblem;

/** What is wrong with a filter, in words of the wire. */
final class Refusal {
  private static final int LONGEST_NAME = 100;

  private Refusal() {}

  static ProblemException because(String what) {
    return new WebhookProblem.Invalid("filter " + what).exception();
  }

  /** A keyword has a value that it cannot have. */
  static ProblemException of(String keyword, String expected) {
    return because("keyword " + keyword + " must be " + expected);
  }

  static ProblemException unsupported(String keyword) {
    String name =
        keyword.length() > LONGEST_NAME ? keyword.substring(0, LONGEST_NAME) + "..." : keyword;
    return new WebhookProblem.Invalid("Unsupported filter keyword: " + name).exception();
  }
}

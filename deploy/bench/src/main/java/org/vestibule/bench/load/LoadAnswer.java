package org.vestibule.bench.load;

import java.util.List;

/** What came back; status 0 when nothing did, with the reason as the body. */
public record LoadAnswer(int status, String body) {
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int SHOWN = 300;

  /** A fast refusal is no throughput, so the body must hold what only the wanted answer has. */
  public boolean isRight(List<String> marks) {
    return (status == OK || status == CREATED) && marks.stream().allMatch(body::contains);
  }

  /** For people. */
  public String text() {
    return "HTTP " + status + " " + body.substring(0, Math.min(body.length(), SHOWN));
  }
}

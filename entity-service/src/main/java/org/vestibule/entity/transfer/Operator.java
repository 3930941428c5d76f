package org.vestibule.entity.transfer;

import io.vertx.ext.web.RoutingContext;
import org.vestibule.platform.internal.InternalGuard;
import org.vestibule.platform.problem.InternalProblem;

/** Who may take in and give out records as files. */
final class Operator {
  private static final String NAME = "operator";

  private Operator() {}

  static void require(RoutingContext routing) {
    if (!NAME.equals(InternalGuard.caller(routing))) {
      throw new InternalProblem(403, "Only the operator may do this").exception();
    }
  }
}

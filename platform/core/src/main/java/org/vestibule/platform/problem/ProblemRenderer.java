package org.vestibule.platform.problem;

import jakarta.ws.rs.core.Response;

/** Renders the problems of one API family; one CDI bean per family. */
public interface ProblemRenderer {
  /** Name of the family, as in {@link ApiFamily}. */
  String family();

  /** Whether failures before a resource is matched belong to this family. */
  boolean serves(String path);

  /** The answer of this family to a problem. */
  Response render(Problem problem, ProblemContext context);
}

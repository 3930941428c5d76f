package org.vestibule.auth.form;

import java.util.Optional;

/** The request parameters that a form reads its input from. */
@FunctionalInterface
public interface FormParameters {

  /** The value of a parameter; present and empty is not the same as absent. */
  Optional<String> get(String name);
}

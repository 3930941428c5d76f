package org.vestibule.auth.form;

import io.smallrye.mutiny.Uni;

/** Answers whether a record already has a value. */
@FunctionalInterface
public interface TakenValues {
  Uni<Boolean> isTaken(String attribute, String value);
}

package org.vestibule.platform.problem;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares the API family of a resource class, by which its problems are rendered. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ApiFamily {
  /** Name of the family as {@link ProblemRenderer#family()} returns it. */
  String value();
}

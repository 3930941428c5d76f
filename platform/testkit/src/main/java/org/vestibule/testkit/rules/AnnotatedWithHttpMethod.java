package org.vestibule.testkit.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.Set;

/** Picks the methods that answer requests. */
final class AnnotatedWithHttpMethod extends DescribedPredicate<JavaMethod> {
  static final AnnotatedWithHttpMethod INSTANCE = new AnnotatedWithHttpMethod();

  private static final Set<String> VERBS =
      Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

  private AnnotatedWithHttpMethod() {
    super("annotated with an HTTP method");
  }

  @Override
  public boolean test(JavaMethod method) {
    return method.getAnnotations().stream()
        .map(annotation -> annotation.getRawType())
        .anyMatch(
            type ->
                type.getPackageName().equals("jakarta.ws.rs")
                    && VERBS.contains(type.getSimpleName()));
  }
}

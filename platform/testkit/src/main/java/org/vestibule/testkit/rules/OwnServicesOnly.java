package org.vestibule.testkit.rules;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lets a class call services of its own feature only. A feature that puts an old interface on top
 * of others says so in the Javadoc of its {@code package-info}: "Adapter of: token, record.".
 */
final class OwnServicesOnly extends ArchCondition<JavaClass> {
  private static final Pattern ADAPTER = Pattern.compile("Adapter of: ([a-z, *\\n]+)\\.");

  private final String root;

  OwnServicesOnly(String root) {
    super("call services of their own feature only");
    this.root = root;
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    Set<String> adapted = adaptedBy(feature(type));
    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
      JavaClass target = dependency.getTargetClass();
      boolean isForeign =
          isService(target)
              && !feature(target).equals(feature(type))
              && !adapted.contains(feature(target));
      if (isForeign) {
        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
      }
    }
  }

  private boolean isService(JavaClass target) {
    return target.getPackageName().startsWith(root + ".")
        && target.getSimpleName().endsWith("Service");
  }

  private String feature(JavaClass type) {
    String inside = type.getPackageName().substring(root.length());
    String[] parts = inside.split("\\.");
    return parts.length < 2 ? "" : parts[1];
  }

  private Set<String> adaptedBy(String feature) {
    Path info = Path.of("src/main/java", root.replace('.', '/'), feature, "package-info.java");
    try {
      return Files.exists(info) ? names(Files.readString(info)) : Set.of();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Set<String> names(String source) {
    Matcher matcher = ADAPTER.matcher(source);
    return matcher.find()
        ? Arrays.stream(matcher.group(1).split("[, *\\n]+")).collect(Collectors.toSet())
        : Set.of();
  }
}

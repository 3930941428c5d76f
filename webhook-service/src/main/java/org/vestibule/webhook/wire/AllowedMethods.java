package org.vestibule.webhook.wire;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which methods a path has, read from the annotations of the resources. */
@ApplicationScoped
class AllowedMethods {
  private final Map<Pattern, Set<String>> byPath;

  AllowedMethods(@All List<WebhookApi> resources) {
    this.byPath =
        resources.stream()
            .map(Object::getClass)
            .flatMap(type -> Stream.of(type.getMethods()))
            .filter(method -> verb(method) != null)
            .collect(Collectors.groupingBy(AllowedMethods::template, verbs()))
            .entrySet()
            .stream()
            .collect(Collectors.toMap(it -> pattern(it.getKey()), Map.Entry::getValue));
  }

  /** The value of the header {@code Allow}. */
  String of(String path) {
    Set<String> methods = new TreeSet<>();
    byPath.forEach((pattern, verbs) -> addIf(pattern.matcher(path).matches(), verbs, methods));
    if (methods.contains(HttpMethod.GET)) {
      methods.add(HttpMethod.HEAD);
    }
    return String.join(", ", methods);
  }

  private static void addIf(boolean applies, Set<String> verbs, Set<String> methods) {
    if (applies) {
      methods.addAll(verbs);
    }
  }

  private static java.util.stream.Collector<Method, ?, Set<String>> verbs() {
    return Collectors.mapping(AllowedMethods::verb, Collectors.toSet());
  }

  private static String verb(Method method) {
    return Stream.of(method.getAnnotations())
        .map(it -> it.annotationType().getAnnotation(HttpMethod.class))
        .filter(Objects::nonNull)
        .map(HttpMethod::value)
        .findFirst()
        .orElse(null);
  }

  private static String template(Method method) {
    Path path = method.getAnnotation(Path.class);
    String base = method.getDeclaringClass().getAnnotation(Path.class).value();
    return path == null ? base : base + path.value();
  }

  private static Pattern pattern(String template) {
    return Pattern.compile(template.replaceAll("\\{[^}]+}", "[^/]+") + "/?");
  }
}

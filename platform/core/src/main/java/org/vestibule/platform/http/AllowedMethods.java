package org.vestibule.platform.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Knows from the annotations of resources which methods a path has: the framework does not say. */
public final class AllowedMethods {
  private final List<Route> routes;

  /** Takes the resources, and patterns of what may stand before and after their paths. */
  public AllowedMethods(Collection<?> resources, String before, String after) {
    this.routes =
        resources.stream()
            .flatMap(resource -> Arrays.stream(resource.getClass().getMethods()))
            .flatMap(method -> routes(method, before, after))
            .toList();
  }

  /** The value of the header {@code Allow}; empty for an unknown path. */
  public String of(String path) {
    TreeSet<String> methods = new TreeSet<>();
    routes.stream()
        .filter(it -> it.path.matcher(path).matches())
        .forEach(it -> methods.add(it.method));
    if (methods.contains(HttpMethod.GET)) {
      methods.add(HttpMethod.HEAD);
    }
    return String.join(", ", methods);
  }

  private static Stream<Route> routes(Method method, String before, String after) {
    return Arrays.stream(method.getAnnotations())
        .map(it -> it.annotationType().getAnnotation(HttpMethod.class))
        .filter(Objects::nonNull)
        .map(it -> new Route(Pattern.compile(before + pattern(method) + after), it.value()));
  }

  private static String pattern(Method method) {
    Path path = method.getAnnotation(Path.class);
    String base = method.getDeclaringClass().getAnnotation(Path.class).value();
    String template = path == null ? base : base + path.value();
    return template.replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+");
  }

  private record Route(Pattern path, String method) {}
}

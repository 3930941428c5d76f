package org.vestibule.config.wire;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Knows from the annotations of the resources which methods a path has: the framework does not say.
 */
@ApplicationScoped
class AllowedMethods {
  private final List<Route> routes;

  AllowedMethods(@All List<ConfigApi> resources) {
    this.routes = resources.stream().flatMap(AllowedMethods::routes).toList();
  }

  /** The value of the header {@code Allow}. */
  String of(String path) {
    TreeSet<String> methods = new TreeSet<>();
    routes.stream()
        .filter(it -> it.path.matcher(path).matches())
        .forEach(it -> methods.add(it.method));
    if (methods.contains(HttpMethod.GET)) {
      methods.add(HttpMethod.HEAD);
    }
    return String.join(", ", methods);
  }

  private static Stream<Route> routes(ConfigApi resource) {
    String base = resource.getClass().getAnnotation(Path.class).value();
    return Arrays.stream(resource.getClass().getMethods()).flatMap(it -> routes(base, it));
  }

  private static Stream<Route> routes(String base, Method method) {
    Path path = method.getAnnotation(Path.class);
    String template = path == null ? base : base + path.value();
    Pattern pattern = Pattern.compile("(/v1)?" + template.replaceAll("\\{[^}]+}", "[^/]+"));
    return Arrays.stream(method.getAnnotations())
        .map(it -> it.annotationType().getAnnotation(HttpMethod.class))
        .filter(it -> it != null)
        .map(it -> new Route(pattern, it.value()));
  }

  private record Route(Pattern path, String method) {}
}

package org.vestibule.hosted.wire;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Knows from the annotations of the resources which methods a path has: the framework does not say.
 */
@ApplicationScoped
class AllowedMethods {
  private final List<Route> routes;

  AllowedMethods(@All List<HostedApi> resources) {
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

  private static Stream<Route> routes(HostedApi resource) {
    String template = resource.getClass().getAnnotation(Path.class).value();
    Pattern path = Pattern.compile(template.replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+"));
    return Arrays.stream(resource.getClass().getMethods())
        .flatMap(method -> Arrays.stream(method.getAnnotations()))
        .map(it -> it.annotationType().getAnnotation(HttpMethod.class))
        .filter(Objects::nonNull)
        .map(it -> new Route(path, it.value()));
  }

  private record Route(Pattern path, String method) {}
}

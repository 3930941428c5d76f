package org.vestibule.local.gateway;

import com.google.re2j.Pattern;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The ordered list of routes that the gateway and the chart share; the first match wins. */
public final class RoutingTable {
  /** The destination of paths that nobody may reach from outside. */
  public static final String REFUSED = "refused";

  /** The destination of the launcher's own pages. */
  public static final String LAUNCHER = "launcher";

  private static final int MOST_KNOWN = 1_000;
  private static final int LONGEST_KNOWN = 200;

  private final List<Route> routes;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  private RoutingTable(List<Route> routes) {
    this.routes = List.copyOf(routes);
  }

  /** Reads the table from its file. */
  public static RoutingTable read(Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      Map<String, List<Map<String, String>>> document =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
      return new RoutingTable(document.get("routes").stream().map(RoutingTable::route).toList());
    } catch (IOException failure) {
      throw new UncheckedIOException("the routing table cannot be read", failure);
    }
  }

  private static Route route(Map<String, String> entry) {
    String pattern = entry.get("pattern");
    if (!pattern.startsWith("^") || !pattern.endsWith("$")) {
      throw new IllegalArgumentException("a pattern must be anchored: " + pattern);
    }
    return new Route(Pattern.compile(pattern), entry.get("to"));
  }

  /** The destination of a path as it stands in a request line, without its query. */
  public String destination(String rawPath) {
    String destination = known.get(rawPath);
    return destination != null ? destination : remembered(rawPath);
  }

  /** Paths hold ids too, so that there is no end of them. */
  private String remembered(String rawPath) {
    if (rawPath.length() > LONGEST_KNOWN) {
      return found(rawPath);
    }
    if (known.size() >= MOST_KNOWN) {
      known.clear();
    }
    return known.computeIfAbsent(rawPath, this::found);
  }

  private String found(String rawPath) {
    String path = NormalPath.of(rawPath);
    return routes.stream()
        .filter(route -> route.covers(path))
        .map(Route::destination)
        .findFirst()
        .orElse(REFUSED);
  }
}

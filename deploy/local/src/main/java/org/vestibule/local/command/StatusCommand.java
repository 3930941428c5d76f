package org.vestibule.local.command;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vestibule.local.stack.StackState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what runs, how it is, and what it needs. */
@Command(name = "status", description = "Show all programs.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  private static final String ROW = "%-24s %8s %6s  %-10s %8s %8s %8s";
  private static final int UNHEALTHY = 3;

  @Mixin StackFolder stack;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Override
  public Integer call() {
    Optional<StackState> state = StackState.read(stack.folder());
    if (state.filter(StackState::isLauncherRunning).isEmpty()) {
      return showStopped(state.map(StackState::leftovers).orElse(List.of()));
    }
    JsonObject status = stack.ask(state.get(), "GET", "/status");
    System.out.println(json ? status.encodePrettily() : table(status));
    return isHealthy(status) ? 0 : UNHEALTHY;
  }

  private int showStopped(List<Long> leftovers) {
    System.out.println(
        leftovers.isEmpty()
            ? "Nothing runs in " + stack.path() + "."
            : "The launcher is gone, its programs "
                + leftovers
                + " run; end them: ./vestibule down");
    return UNHEALTHY;
  }

  private static boolean isHealthy(JsonObject status) {
    return nodes(status).stream().allMatch(node -> "healthy".equals(node.getString("health")));
  }

  private static List<JsonObject> nodes(JsonObject status) {
    return objects(status, "nodes");
  }

  private static List<JsonObject> objects(JsonObject status, String name) {
    return status.getJsonArray(name).stream().map(JsonObject.class::cast).toList();
  }

  private static String table(JsonObject status) {
    StringBuilder text = new StringBuilder();
    text.append(status.getBoolean("healthy") ? "Started, " : "Starting, ");
    text.append(status.getString("base_url")).append('\n');
    text.append(row("PROGRAM", "PID", "PORT", "HEALTH", "UPTIME", "RSS MiB", "PSS MiB"));
    nodes(status).forEach(node -> text.append('\n').append(row(node)));
    objects(status, "changes")
        .forEach(change -> text.append('\n').append(change.getString("text")));
    return text.toString();
  }

  private static String row(JsonObject node) {
    return row(
        node.getString("label"),
        node.getLong("pid"),
        node.getInteger("port"),
        node.getString("health"),
        uptime(Duration.ofSeconds(node.getLong("uptime_seconds"))),
        node.getLong("rss_kib") / 1024,
        node.getLong("pss_kib") / 1024);
  }

  private static String row(Object... columns) {
    return String.format(Locale.ROOT, ROW, columns);
  }

  private static String uptime(Duration age) {
    return String.format(
        Locale.ROOT, "%d:%02d:%02d", age.toHours(), age.toMinutesPart(), age.toSecondsPart());
  }
}

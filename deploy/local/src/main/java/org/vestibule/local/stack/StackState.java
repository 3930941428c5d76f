package org.vestibule.local.stack;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.vestibule.local.host.DataFolder;
import org.vestibule.local.host.ProcessFigures;

/** What a running launcher tells other commands, as a file in the data folder. */
public final class StackState {
  private static final String FILE = "stack.json";

  private final DataFolder folder;
  private final JsonObject content;

  private StackState(DataFolder folder, JsonObject content) {
    this.folder = folder;
    this.content = content;
  }

  /** The state that the last launcher left, if any. */
  public static Optional<StackState> read(DataFolder folder) {
    return folder.readText(FILE).map(text -> new StackState(folder, new JsonObject(text)));
  }

  static void write(DataFolder folder, JsonObject content) {
    folder.writeText(FILE, content.encodePrettily());
  }

  static void remove(DataFolder folder) {
    folder.delete(FILE);
  }

  public long launcherPid() {
    return content.getLong("launcher_pid", 0L);
  }

  public boolean isLauncherRunning() {
    return ProcessHandle.of(launcherPid()).filter(ProcessHandle::isAlive).isPresent()
        && ProcessFigures.isRunning(launcherPid(), "java");
  }

  public boolean isHealthy() {
    return content.getBoolean("healthy", false);
  }

  public String baseUrl() {
    return content.getString("base_url");
  }

  public String controlUrl() {
    return content.getString("control_url");
  }

  public String controlToken() {
    return content.getString("control_token");
  }

  /** The addresses of config-service. */
  public List<String> configServiceUrls() {
    return content.getJsonArray("config_service", new JsonArray()).stream()
        .map(String::valueOf)
        .toList();
  }

  /** The programs of the last start that run still. */
  public List<Long> leftovers() {
    return content.getJsonArray("nodes", new JsonArray()).stream()
        .map(JsonObject.class::cast)
        .map(node -> node.getLong("pid", 0L))
        .filter(pid -> pid > 0 && ProcessFigures.isRunning(pid, folder.root().toString()))
        .toList();
  }
}

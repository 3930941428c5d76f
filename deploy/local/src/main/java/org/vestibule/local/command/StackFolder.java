package org.vestibule.local.command;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import org.vestibule.local.host.DataFolder;
import org.vestibule.local.host.LocalHttp;
import org.vestibule.local.host.StackFailure;
import org.vestibule.local.stack.StackState;
import picocli.CommandLine.Option;

/** The option that every command has, and the running launcher that it leads to. */
final class StackFolder {
  private static final String PROJECT = System.getProperty("local.project", ".");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:VESTIBULE_DATA}",
      description =
          "Folder of the stack's state (default: $VESTIBULE_DATA, else .vestibule of the project).")
  Path data;

  static Path project() {
    return Path.of(PROJECT).toAbsolutePath().normalize();
  }

  Path path() {
    return data == null ? project().resolve(".vestibule") : data.toAbsolutePath().normalize();
  }

  DataFolder folder() {
    return new DataFolder(path());
  }

  /** The state of a launcher that runs, or one clear line. */
  StackState running() {
    return StackState.read(folder())
        .filter(StackState::isLauncherRunning)
        .orElseThrow(
            () -> new StackFailure("No stack runs in " + path() + "; start one: ./vestibule up"));
  }

  /** Asks the running launcher. */
  JsonObject ask(StackState state, String method, String path) {
    try {
      LocalHttp.Reply reply =
          LocalHttp.call(method, state.controlUrl() + path, state.controlToken(), null);
      JsonObject body = new JsonObject(reply.body().isBlank() ? "{}" : reply.body());
      if (reply.status() != 200) {
        throw new StackFailure(body.getString("errors", "The launcher refused."));
      }
      return body;
    } catch (IOException failure) {
      throw new StackFailure(
          "The launcher (pid " + state.launcherPid() + ") does not answer.", failure);
    }
  }
}

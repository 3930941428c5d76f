package org.vestibule.local.command;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.vestibule.local.host.StackFailure;
import org.vestibule.local.stack.SecretsFile;
import org.vestibule.local.transfer.TransferClient;
import picocli.CommandLine.Option;

/** The options that say whose records are meant, and the way to them. */
final class TransferTarget {
  private static final int FAILED = 2;

  @Option(names = "--type", defaultValue = "user", description = "The entity type (user).")
  String type;

  @Option(
      names = "--application",
      paramLabel = "ID",
      description = "The application (that of the demonstration).")
  String application;

  String application(StackFolder stack) {
    return application == null ? demo(stack).getString("app_id") : application;
  }

  TransferClient client(StackFolder stack) {
    stack.running();
    JsonArray replicas = demo(stack).getJsonObject("replicas").getJsonArray("entity-service");
    List<String> addresses = replicas.stream().map(String::valueOf).toList();
    return new TransferClient(addresses, SecretsFile.read(stack.folder()));
  }

  private static JsonObject demo(StackFolder stack) {
    return stack
        .folder()
        .readText("demo.json")
        .map(JsonObject::new)
        .orElseThrow(() -> new StackFailure("The stack is still starting."));
  }

  /** Runs a transfer; what people can act on is said, with an exit code of its own. */
  static int orFailed(IntSupplier transfer, Consumer<String> say) {
    try {
      return transfer.getAsInt();
    } catch (StackFailure failure) {
      say.accept(failure.getMessage());
      return FAILED;
    }
  }

  static boolean isTerminal() {
    Console console = System.console();
    return console != null && isTerminal(console);
  }

  /** From Java 22 on there is a console that is no terminal. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException olderJava) {
      return true;
    }
  }

  /** A path without what would move the cursor. */
  static String shown(Path path) {
    return path.toString().replaceAll("\\p{C}", "?");
  }
}

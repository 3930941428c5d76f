package org.vestibule.local.command;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Changes the key that seals secrets at rest. */
@Command(
    name = "keys",
    description = "Change the key that seals secrets at rest.",
    mixinStandardHelpOptions = true)
final class KeysCommand implements Runnable {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }

  @Command(
      name = "rotate",
      description = "Make a new key, restart the services with it, seal all secrets anew.",
      mixinStandardHelpOptions = true)
  void rotate(@Mixin StackFolder stack) {
    System.out.println("A new key is made and the services restart with it ...");
    JsonObject counts = stack.ask(stack.running(), "POST", "/keys/rotate");
    for (String service : counts.fieldNames()) {
      System.out.printf(
          Locale.ROOT, "  %-20s %d secrets sealed anew%n", service, counts.getInteger(service));
    }
    System.out.println("The old key still reads: what travels sealed by it is good until it ends.");
  }
}

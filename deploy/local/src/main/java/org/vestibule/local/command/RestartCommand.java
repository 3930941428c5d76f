package org.vestibule.local.command;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Ends one program in order and starts it again, or all of them. */
@Command(
    name = "restart",
    description = "Restart a service, postgres, kafka, or everything.",
    mixinStandardHelpOptions = true)
final class RestartCommand implements Callable<Integer> {
  @Mixin StackFolder stack;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "A name that status shows.")
  String name;

  @Override
  public Integer call() {
    String query = name == null ? "" : "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    stack.ask(stack.running(), "POST", "/restart" + query);
    System.out.println((name == null ? "Everything" : name) + " runs again.");
    return 0;
  }
}

package org.vestibule.local.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vestibule.local.host.StackFailure;
import org.vestibule.local.node.Service;
import org.vestibule.local.stack.LocalStack;
import org.vestibule.local.stack.StackOptions;
import org.vestibule.local.tenant.TryThis;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the stack and stays until it is stopped. */
@Command(
    name = "up",
    description = "Start everything; Ctrl-C stops it.",
    mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
  private static final int MOST_REPLICAS = 8;

  @Mixin StackFolder stack;

  @Option(names = "--port", defaultValue = "8080", description = "Port of the gateway (8080).")
  int port;

  @Option(names = "--detach", description = "Return when everything is healthy.")
  boolean detach;

  @Option(
      names = "--replicas",
      split = ",",
      paramLabel = "SERVICE=N",
      description = "Replicas by service, as in entity-service=2,auth-service=2.")
  Map<String, Integer> replicas = new LinkedHashMap<>();

  @Override
  public Integer call() throws InterruptedException {
    StackOptions options =
        StackOptions.in(StackFolder.project(), stack.path())
            .withPort(port)
            .withReplicas(replicasByService())
            .withOutput(UpCommand::say);
    if (detach) {
      new DetachedStart(options, replicas).run();
    } else {
      runHere(options);
    }
    return 0;
  }

  private void runHere(StackOptions options) throws InterruptedException {
    LocalStack running = LocalStack.start(options);
    say("");
    TryThis.lines(running.tenants(), running.demoFile()).forEach(UpCommand::say);
    say("");
    say(DetachedStart.HEALTHY + running.baseUrl());
    running.awaitStop();
  }

  private Map<Service, Integer> replicasByService() {
    Map<Service, Integer> byService = new LinkedHashMap<>();
    replicas.forEach((name, count) -> byService.put(service(name), checked(name, count)));
    return byService;
  }

  private static Service service(String name) {
    return Service.named(name)
        .orElseThrow(() -> new StackFailure("There is no service named " + name + "."));
  }

  private static int checked(String name, int count) {
    if (count < 1 || count > MOST_REPLICAS) {
      throw new StackFailure("--replicas " + name + " must lie between 1 and " + MOST_REPLICAS);
    }
    return count;
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}

package org.vestibule.local.command;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.vestibule.local.host.StackFailure;
import org.vestibule.local.node.Service;
import org.vestibule.testkit.process.ChildProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what the programs wrote. */
@Command(name = "logs", description = "Show logs.", mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {
  private static final int POLL_MILLISECONDS = 200;
  private static final int SHORT = 10;

  @Mixin StackFolder stack;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "A name that status shows.")
  String name;

  @Option(names = "--lines", defaultValue = "200", description = "How many last lines (200).")
  int lines;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on until Ctrl-C.")
  boolean follow;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (name == null) {
      for (Path log : all()) {
        System.out.println("== " + log);
        ChildProcess.tail(log, SHORT).forEach(System.out::println);
      }
      return 0;
    }
    Path log = stack.folder().log(Service.named(name).map(Service::fullName).orElse(name));
    if (!Files.exists(log)) {
      throw new StackFailure("There is no log of " + name + " in " + stack.path() + ".");
    }
    ChildProcess.tail(log, lines).forEach(System.out::println);
    if (follow) {
      follow(log);
    }
    return 0;
  }

  private List<Path> all() throws IOException {
    Path folder = stack.folder().at("logs");
    if (!Files.isDirectory(folder)) {
      throw new StackFailure("There are no logs in " + stack.path() + ".");
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".log")).sorted().toList();
    }
  }

  private static void follow(Path log) throws IOException, InterruptedException {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(file.length());
      byte[] buffer = new byte[8192];
      while (true) {
        int count = file.read(buffer);
        if (count > 0) {
          System.out.write(buffer, 0, count);
          System.out.flush();
        } else {
          Thread.sleep(POLL_MILLISECONDS);
        }
      }
    }
  }
}

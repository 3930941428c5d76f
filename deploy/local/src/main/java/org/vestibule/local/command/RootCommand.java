package org.vestibule.local.command;

import org.vestibule.local.host.StackFailure;
import org.vestibule.testkit.process.ChildProcessException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The list of commands, and what happens when one of them fails. */
@Command(
    name = "./vestibule",
    description = "Runs Vestibule on this machine.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Also: ./vestibule test [--long] [--install-deps]   all tests",
      "      ./vestibule bench [SCENARIO]                 benchmarks"
    },
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      RestartCommand.class,
      StatusCommand.class,
      LogsCommand.class,
      TenantCommand.class,
      KeysCommand.class,
      ImportCommand.class,
      ExportCommand.class,
      PrepareCommand.class
    })
public final class RootCommand implements Runnable {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  /** Runs one command and returns its exit code. */
  public static int run(String[] arguments) {
    return new CommandLine(new RootCommand())
        .setExecutionExceptionHandler((failure, line, parsed) -> explain(failure, line))
        .execute(arguments);
  }

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }

  private static int explain(Exception failure, CommandLine line) throws Exception {
    Throwable cause = failure;
    while (cause.getCause() != null && !isForPeople(cause)) {
      cause = cause.getCause();
    }
    if (!isForPeople(cause)) {
      throw failure;
    }
    line.getErr().println(cause.getMessage());
    return 1;
  }

  private static boolean isForPeople(Throwable failure) {
    return failure instanceof StackFailure || failure instanceof ChildProcessException;
  }
}

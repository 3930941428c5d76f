package org.vestibule.local.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vestibule.local.transfer.ExportRequest;
import org.vestibule.local.transfer.ProfileExport;
import org.vestibule.local.transfer.TerminalProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes records to a file. */
@Command(
    name = "export",
    description = "Write records to a file, which only you may read.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:the file is whole", "2:it could not be done"})
final class ExportCommand implements Callable<Integer> {
  @Mixin StackFolder stack;
  @Mixin TransferTarget target;

  @Parameters(paramLabel = "FILE", description = "Where to, as .jsonl or .csv.")
  Path file;

  @Option(names = "--filter", description = "Only records that fit, as in \"email is not null\".")
  String filter;

  @Option(
      names = "--attributes",
      split = ",",
      paramLabel = "PATH",
      description =
          "Only these, as in email,primaryAddress.city; names and times are always there.")
  List<String> attributes;

  @Option(names = "--passwords", description = "Write the stored password hashes too.")
  boolean passwords;

  @Override
  public Integer call() {
    TerminalProgress progress = new TerminalProgress(System.out, TransferTarget.isTerminal());
    return TransferTarget.orFailed(() -> run(progress), progress::say);
  }

  private int run(TerminalProgress progress) {
    if (passwords) {
      progress.say("The file will hold password hashes. Keep it as safe as the passwords.");
    }
    ExportRequest request =
        new ExportRequest(
            file, target.application(stack), target.type, filter, attributes, passwords);
    long count = ProfileExport.run(target.client(stack), request, progress);
    progress.say(
        String.format(
            Locale.ROOT, "%,d records written to %s.", count, TransferTarget.shown(file)));
    return 0;
  }
}

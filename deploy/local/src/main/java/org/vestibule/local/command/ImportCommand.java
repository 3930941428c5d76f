package org.vestibule.local.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vestibule.local.host.StackFailure;
import org.vestibule.local.transfer.ImportMode;
import org.vestibule.local.transfer.ImportRequest;
import org.vestibule.local.transfer.ImportResult;
import org.vestibule.local.transfer.ProfileImport;
import org.vestibule.local.transfer.TerminalProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes records from a file. */
@Command(
    name = "import",
    description = "Take records from a file; interrupted, the same command goes on.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:all records were taken", "1:some were rejected", "2:it could not be done"})
final class ImportCommand implements Callable<Integer> {
  private static final int SOME_REJECTED = 1;

  @Mixin StackFolder stack;
  @Mixin TransferTarget target;

  @Parameters(paramLabel = "FILE", description = "Records as .jsonl or .csv.")
  Path file;

  @Option(names = "--events", description = "Publish user-created for every record.")
  boolean events;

  @Option(
      names = "--hash-passwords",
      description = "Take plain passwords and hash them, some tens a second.")
  boolean hashPasswords;

  @Option(
      names = "--rejected",
      paramLabel = "FILE",
      description = "Where rejected records go (FILE.rejected.jsonl).")
  Path rejected;

  @Option(names = "--restart", description = "Forget an earlier import of this file.")
  boolean restart;

  @Option(names = "--dry-run", description = "Check the file and tell; nothing is stored.")
  boolean dryRun;

  @Override
  public Integer call() {
    TerminalProgress progress = new TerminalProgress(System.out, TransferTarget.isTerminal());
    return TransferTarget.orFailed(() -> run(progress), progress::say);
  }

  private int run(TerminalProgress progress) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new StackFailure("The file cannot be read.");
    }
    ImportRequest request = request();
    ImportResult result = ProfileImport.run(target.client(stack), request, progress);
    progress.say(dryRun ? rehearsed(result) : text(result));
    if (result.rejected() == 0) {
      return 0;
    }
    progress.say("Rejected records, with reasons: " + TransferTarget.shown(request.rejected()));
    return SOME_REJECTED;
  }

  private ImportRequest request() {
    String application = target.application(stack);
    ImportRequest plain = ImportRequest.of(file, application, target.type);
    return new ImportRequest(
        file,
        application,
        target.type,
        events,
        hashPasswords,
        rejected == null ? plain.rejected() : rejected,
        mode());
  }

  private ImportMode mode() {
    if (dryRun) {
      return ImportMode.REHEARSAL;
    }
    return restart ? ImportMode.ANEW : ImportMode.IMPORT;
  }

  private static String rehearsed(ImportResult result) {
    return String.format(
        Locale.ROOT,
        "Dry run, nothing was stored: %,d records would be stored, %,d rejected; %.1f s.",
        result.stored(),
        result.rejected(),
        result.time().toMillis() / 1_000.0);
  }

  private static String text(ImportResult result) {
    if (result.wasFinished()) {
      return String.format(
          Locale.ROOT,
          "This file was imported before: %,d records stored, %,d rejected."
              + " --restart imports it again.",
          result.stored(),
          result.rejected());
    }
    double seconds = Math.max(0.001, result.time().toMillis() / 1_000.0);
    return String.format(
        Locale.ROOT,
        "%,d records stored, %,d rejected; %.1f s, %,.0f/s.",
        result.stored(),
        result.rejected(),
        seconds,
        result.storedNow() / seconds);
  }
}

package org.vestibule.bench.entity;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.vestibule.bench.Workbench;
import org.vestibule.local.host.ProcessFigures;
import org.vestibule.local.node.Service;
import org.vestibule.local.stack.LocalStack;
import org.vestibule.local.transfer.ImportRequest;
import org.vestibule.local.transfer.ImportResult;
import org.vestibule.local.transfer.ProfileImport;
import org.vestibule.local.transfer.Progress;
import org.vestibule.local.transfer.TransferClient;

/** Imports a file into an empty type, beside what PostgreSQL needs to copy the same rows. */
final class Imports {
  /** The type that is filled by imports alone. */
  static final String TYPE = "imported";

  private static final int KIBIBYTES_PER_MEBIBYTE = 1_024;

  private final Workbench bench;
  private final LocalStack stack;
  private final String application;

  Imports(Workbench bench, LocalStack stack, String application) {
    this.bench = bench;
    this.stack = stack;
    this.application = application;
  }

  void run(Path folder, long count, ProfileTable table) throws IOException, SQLException {
    Path file = folder.resolve("profiles.jsonl");
    write(file, count);
    bench.tell(
        "importing %,d profiles, %,d MiB",
        count, Files.size(file) / 1_024 / KIBIBYTES_PER_MEBIBYTE);
    long before = residentMebibytes();
    ImportResult result =
        ProfileImport.run(
            new TransferClient(stack.urls(Service.ENTITY.fullName()), stack.secrets()),
            ImportRequest.of(file, application, TYPE),
            Progress.NONE);
    if (result.stored() != count) {
      throw new IllegalStateException(result + " of " + count + " profiles");
    }
    double perSecond = count * 1_000.0 / result.time().toMillis();
    double bare = count / table.copySeconds(folder.resolve("rows.copy"));
    bench.tell(
        "import: %.0f records/s (bar 20,000), %.0f %% of a bare COPY into a table with the same"
            + " indexes, %.0f/s (bar 30); entity-service %d MiB before, %d MiB after",
        perSecond, 100 * perSecond / bare, bare, before, residentMebibytes());
  }

  private static void write(Path file, long count) throws IOException {
    try (BufferedWriter lines = Files.newBufferedWriter(file)) {
      for (long number = 0; number < count; number++) {
        lines.write(
            ProfileType.profile("i", number).put("password", ProfileType.hashed()).encode());
        lines.newLine();
      }
    }
  }

  private long residentMebibytes() {
    List<Long> pids = stack.pids(Service.ENTITY.fullName());
    return ProcessFigures.residentKilobytesAlone(pids.get(0)) / KIBIBYTES_PER_MEBIBYTE;
  }
}

package org.vestibule.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vestibule.e2e.stack.Call;
import org.vestibule.e2e.stack.Stack;
import org.vestibule.e2e.stack.Tenant;
import org.vestibule.local.stack.LocalStack;
import org.vestibule.local.transfer.ExportRequest;
import org.vestibule.local.transfer.ImportMode;
import org.vestibule.local.transfer.ImportRequest;
import org.vestibule.local.transfer.ImportResult;
import org.vestibule.local.transfer.ProfileExport;
import org.vestibule.local.transfer.ProfileImport;
import org.vestibule.local.transfer.Progress;
import org.vestibule.local.transfer.TransferClient;

/** Records come as files and go as files, whatever is killed in between. */
class ImportJourneyTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MANY = 30_000;
  private static final int SOME = 8_000;

  private final Stack stack = Stack.shared();
  private final Tenant tenant = stack.second();
  private final String name = "Import " + UUID.randomUUID();
  @TempDir Path folder;

  @Test
  void csvWithTwoBadRows_isImported_andExportedAgain() throws IOException {
    Path file = folder.resolve("people.csv");
    Files.writeString(
        file,
        "\ufeffemail,displayName,primaryAddress.city,aboutMe,photos,optIn.status,birthday\r\n"
            + row(1, "\"Leiden, \"\"old\"\" town\",\"=1+1\nsecond line\"")
            + row(1, ",")
            + "no address,"
            + name
            + ",,,,,\r\n"
            + row(2, ","));
    ImportRequest rehearsal = in(ImportMode.REHEARSAL, request(file));
    assertThat(ProfileImport.run(client(), rehearsal, Progress.NONE).stored()).isEqualTo(2);
    List<JsonNode> foretold = lines(folder.resolve("people.csv.rejected.jsonl"));
    assertThat(lines(export("nothing.jsonl"))).isEmpty();
    ImportResult result = ProfileImport.run(client(), request(file), Progress.NONE);
    assertThat(result.stored()).isEqualTo(2);
    assertThat(lines(folder.resolve("people.csv.rejected.jsonl"))).isEqualTo(foretold);
    List<JsonNode> rejected = lines(folder.resolve("people.csv.rejected.jsonl"));
    assertThat(rejected).extracting(it -> it.path("line").asInt()).containsExactly(4, 5);
    assertThat(rejected).extracting(it -> it.path("code").asInt()).containsExactly(361, 360);
    assertThat(rejected.get(1).at("/record/email").asText()).isEqualTo("no address");

    Path copy = export("copy.jsonl");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
        .isEqualTo("rw-------");
    List<JsonNode> records = lines(copy);
    assertThat(records).hasSize(2);
    assertThat(records.get(0).at("/primaryAddress/city").asText())
        .isEqualTo("Leiden, \"old\" town");
    assertThat(records.get(0).path("aboutMe").asText()).isEqualTo("=1+1\nsecond line");
    assertThat(records.get(0).at("/photos/0/value").asText()).isEqualTo("a,b");
    assertThat(records.get(0).at("/optIn/status").isBoolean()).isTrue();
    assertThat(records.get(0).path("birthday").asText()).isEqualTo("1990-02-28");

    Path table = export("copy.csv");
    assertThat(ProfileImport.run(client(), request(table), Progress.NONE).rejected()).isEqualTo(2);
    purge();
    ImportRequest again = restarted(table);
    assertThat(ProfileImport.run(client(), again, Progress.NONE).stored()).isEqualTo(2);
    assertThat(lines(export("again.jsonl"))).isEqualTo(records);
  }

  @Test
  void killedServices_loseAndDoubleNothing() throws IOException {
    assumeTrue(stack.processes().isPresent(), "only a stack that was started here may be killed");
    LocalStack processes = stack.processes().get();
    Path file = folder.resolve("many.jsonl");
    Files.write(
        file,
        IntStream.range(0, MANY)
            .mapToObj(i -> "{\"displayName\":\"" + name + "\",\"fullName\":\"" + i + "\"}")
            .collect(Collectors.toList()));
    Killer killer = new Killer(processes);
    ImportResult result = ProfileImport.run(client(), request(file), killer);
    killer.awaitRestart();
    assertThat(result.stored()).isEqualTo(MANY);
    assertThat(result.rejected()).isZero();
    assertThat(ProfileImport.run(client(), request(file), Progress.NONE).wasFinished()).isTrue();
    List<String> names =
        lines(export("all.jsonl")).stream().map(it -> it.path("fullName").asText()).toList();
    assertThat(names).hasSize(MANY).doesNotHaveDuplicates();
  }

  /** Kills all replicas once some records are stored, and starts them again. */
  private static final class Killer implements Progress {
    private final LocalStack processes;
    private Thread restart;

    Killer(LocalStack processes) {
      this.processes = processes;
    }

    @Override
    public void at(long records, long rejected, double part) {
      if (records >= SOME && restart == null) {
        processes.kill9("entity-service");
        restart = new Thread(() -> processes.restart("entity-service"));
        restart.start();
      }
    }

    void awaitRestart() {
      try {
        restart.join();
      } catch (InterruptedException interrupted) {
        throw new AssertionError(interrupted);
      }
    }
  }

  private String row(int number, String cityAndText) {
    return "p%d-%s@example.com,%s,%s,\"[{\"\"value\"\":\"\"a,b\"\"}]\",true,02/28/1990\r\n"
        .formatted(number, name.substring(7), name, cityAndText);
  }

  private void purge() {
    Call.post(tenant, "/entity.bulkDelete")
        .basic(tenant, "owner")
        .form("type_name", "user")
        .form("filter", "displayName = '" + name + "'")
        .form("commit", "true")
        .send();
  }

  private TransferClient client() {
    assumeTrue(stack.processes().isPresent(), "the operator's key is that of a stack started here");
    LocalStack processes = stack.processes().get();
    return new TransferClient(processes.urls("entity-service"), processes.secrets());
  }

  private ImportRequest request(Path file) {
    return ImportRequest.of(file, tenant.applicationId(), "user");
  }

  private ImportRequest restarted(Path file) {
    ImportRequest plain = request(file);
    return in(ImportMode.ANEW, plain);
  }

  private static ImportRequest in(ImportMode mode, ImportRequest plain) {
    return new ImportRequest(
        plain.file(), plain.applicationId(), plain.type(), false, false, plain.rejected(), mode);
  }

  private Path export(String file) {
    Path path = folder.resolve(file);
    ProfileExport.run(
        client(),
        new ExportRequest(
            path, tenant.applicationId(), "user", "displayName = '" + name + "'", null, false),
        Progress.NONE);
    return path;
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream().map(ImportJourneyTest::json).toList();
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException malformed) {
      throw new AssertionError(malformed);
    }
  }
}

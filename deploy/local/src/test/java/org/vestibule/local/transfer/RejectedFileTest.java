package org.vestibule.local.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectedFileTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode NONE = JSON.createArrayNode();

  @TempDir Path folder;

  @Test
  void rejectedRecords_standInTheOrderOfTheirLines_forTheirOwnerAlone() throws IOException {
    Path file = folder.resolve("rejected.jsonl");
    JsonNode rejections =
        JSON.readTree(
            "[{\"index\":1,\"code\":361,\"error\":\"unique_violation\",\"reason\":\"taken\","
                + "\"attribute\":\"/email\"},{\"index\":2,\"code\":200,\"error\":\"e\",\"reason\":\"r\"}]");
    try (RejectedFile rejected = RejectedFile.at(file)) {
      rejected.write(batch(), rejections);
      assertThat(rejected.count()).isEqualTo(3);
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    List<String> lines = Files.readAllLines(file);
    assertThat(lines)
        .containsExactly(
            "{\"line\":2,\"code\":200,\"error\":\"invalid_argument\",\"reason\":\"too long\",\"record\":\"xx\"}",
            "{\"line\":3,\"code\":361,\"error\":\"unique_violation\",\"reason\":\"taken\","
                + "\"attribute\":\"/email\",\"record\":{\"b\":2}}",
            "{\"line\":4,\"code\":200,\"error\":\"e\",\"reason\":\"r\",\"attribute\":null,"
                + "\"record\":\"{\\\"c\\\":\"}");
  }

  @Test
  void nothingRejected_leavesNoFile_alsoNotTheOneOfBefore() throws IOException {
    Path file = Files.writeString(folder.resolve("rejected.jsonl"), "old");
    try (RejectedFile rejected = RejectedFile.at(file)) {
      rejected.write(new Batch(0, new byte[0], List.of(), List.of(), 1, 1), NONE);
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void progress_isALineNowAndThen_orABarThatEndsBeforeOtherText() {
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    TerminalProgress progress =
        new TerminalProgress(new PrintStream(shown, true, StandardCharsets.UTF_8), true);
    pause();
    progress.at(500, 3, 0.5);
    progress.say("Done.");
    String text = shown.toString(StandardCharsets.UTF_8);
    assertThat(text)
        .contains("\r[###############...............]  50 %  500 records")
        .contains("3 rejected")
        .endsWith(System.lineSeparator() + "Done." + System.lineSeparator());
  }

  private static void pause() {
    try {
      Thread.sleep(250);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static Batch batch() {
    SourceRecord refused = new SourceRecord(2, bytes("xx"), "too long");
    List<SourceRecord> sent =
        List.of(
            new SourceRecord(1, bytes("{\"a\":1}"), null),
            new SourceRecord(3, bytes("{\"b\":2}"), null),
            new SourceRecord(4, bytes("{\"c\":"), null));
    return new Batch(0, bytes("{}"), sent, List.of(refused), 4, 9);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

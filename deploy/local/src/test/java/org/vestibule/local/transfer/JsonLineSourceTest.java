package org.vestibule.local.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLineSourceTest {
  @TempDir Path folder;

  @Test
  void linesOfAnyLength_areReadWithTheirNumbers() throws IOException {
    Random random = new Random(7);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      lines.add(
          "{\"a\":\"" + "\u00e9".repeat(random.nextInt(i % 50 == 0 ? 900_000 : 3_000)) + "\"}");
    }
    List<SourceRecord> records = read(String.join("\n", lines));
    assertThat(records).extracting(JsonLineSourceTest::text).isEqualTo(lines);
    assertThat(records.get(299).line()).isEqualTo(300);
  }

  @Test
  void blankLines_lineEndsOfWindows_andTheByteOrderMark_arePassedOver() throws IOException {
    List<SourceRecord> records = read("\ufeff{\"a\":1}\r\n\r\n \t\n{\"b\":2}\n\n");
    assertThat(records)
        .extracting(JsonLineSourceTest::text)
        .containsExactly("{\"a\":1}\r", "{\"b\":2}");
    assertThat(records).extracting(SourceRecord::line).containsExactly(1L, 4L);
    assertThat(read("")).isEmpty();
    assertThat(read("\n\n")).isEmpty();
  }

  @Test
  void overlongLines_areRefused_wherever() throws IOException {
    String wide = "x".repeat(RecordSource.LONGEST + 400_000);
    for (String end : List.of("", "\n")) {
      List<SourceRecord> records = read("{}\n" + wide + wide + "\n{\"a\":1}\n" + wide + end);
      assertThat(records)
          .extracting(SourceRecord::isRefused)
          .containsExactly(false, true, false, true);
      assertThat(records).extracting(SourceRecord::line).containsExactly(1L, 2L, 3L, 4L);
      assertThat(records.get(1).json()).hasSizeLessThan(1_000);
      assertThat(text(records.get(2))).isEqualTo("{\"a\":1}");
    }
  }

  @Test
  void batches_areTheSameEachTime_andNeverTooLarge() throws IOException {
    Random random = new Random(3);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      text.append("{\"a\":\"").append("y".repeat(random.nextInt(4_000))).append("\"}\n");
    }
    Path file = write(text.toString());
    List<Batch> first = batches(file);
    List<Batch> second = batches(file);
    assertThat(first.size()).isGreaterThan(2);
    assertThat(first)
        .extracting(Batch::checksum)
        .isEqualTo(second.stream().map(Batch::checksum).toList());
    assertThat(first)
        .allMatch(it -> it.body().length <= RecordSource.LONGEST && it.sent().size() <= 1_000);
    assertThat(first.stream().mapToInt(it -> it.sent().size()).sum()).isEqualTo(3_000);
    assertThat(first.get(first.size() - 1).lastLine()).isEqualTo(3_000);
    assertThat(first.get(0).lastLine()).isEqualTo(first.get(0).sent().size());
  }

  @Test
  void fingerprint_tellsFilesApart() throws IOException {
    String one = Fingerprint.of(write("{\"a\":1}"));
    assertThat(Fingerprint.of(write("{\"a\":1}"))).isEqualTo(one).matches("[0-9a-f]{64}");
    assertThat(Fingerprint.of(write("{\"a\":2}"))).isNotEqualTo(one);
    assertThat(Fingerprint.of(write("{\"a\":1}\n"))).isNotEqualTo(one);
    assertThat(Fingerprint.of(write(""))).isNotEqualTo(one);
  }

  private static List<Batch> batches(Path file) throws IOException {
    List<Batch> all = new ArrayList<>();
    try (RecordSource source = JsonLineSource.open(file)) {
      Batches batches = new Batches(source, 1_000);
      Optional<Batch> batch = batches.next();
      while (batch.isPresent()) {
        all.add(batch.get());
        batch = batches.next();
      }
    }
    return all;
  }

  private List<SourceRecord> read(String text) throws IOException {
    List<SourceRecord> records = new ArrayList<>();
    try (RecordSource source = JsonLineSource.open(write(text))) {
      Optional<SourceRecord> record = source.next();
      while (record.isPresent()) {
        records.add(record.get());
        record = source.next();
      }
    }
    return records;
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("file.jsonl"), text);
  }

  private static String text(SourceRecord record) {
    return new String(record.json(), StandardCharsets.UTF_8);
  }
}

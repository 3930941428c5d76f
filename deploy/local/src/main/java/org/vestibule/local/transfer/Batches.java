package org.vestibule.local.transfer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Divides the records of a file into batches of some hundred records or a few megabytes. */
final class Batches {
  private static final int MOST_BYTES = RecordSource.LONGEST;

  private final RecordSource source;
  private final int mostRecords;
  private SourceRecord ahead;
  private int number;

  Batches(RecordSource source, int mostRecords) {
    this.source = source;
    this.mostRecords = mostRecords;
  }

  /** The next batch, or nothing at the end. */
  Optional<Batch> next() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    List<SourceRecord> sent = new ArrayList<>();
    List<SourceRecord> refused = new ArrayList<>();
    SourceRecord record = read();
    while (record != null && fits(record, body.size(), sent.size() + refused.size())) {
      if (record.isRefused()) {
        refused.add(record);
      } else {
        add(record, body);
        sent.add(record);
      }
      record = read();
    }
    ahead = record;
    return sent.isEmpty() && refused.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Batch(number++, body.toByteArray(), sent, refused, lastLine(), source.position()));
  }

  private long lastLine() {
    return ahead == null ? source.line() : ahead.line() - 1;
  }

  private boolean fits(SourceRecord record, int bytes, int records) {
    return records == 0 || records < mostRecords && bytes + record.json().length + 1 <= MOST_BYTES;
  }

  private static void add(SourceRecord record, ByteArrayOutputStream body) {
    if (body.size() > 0) {
      body.write('\n');
    }
    body.writeBytes(record.json());
  }

  private SourceRecord read() throws IOException {
    if (ahead != null) {
      SourceRecord record = ahead;
      ahead = null;
      return record;
    }
    return source.next().orElse(null);
  }
}

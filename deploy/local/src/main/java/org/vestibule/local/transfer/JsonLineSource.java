package org.vestibule.local.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** A file with one JSON object per line; blank lines are passed over. */
final class JsonLineSource implements RecordSource {
  private static final int FIRST_SIZE = 1 << 18;
  private static final int SHOWN = 200;
  private static final int BYTE_ORDER_MARK = 3;

  private final InputStream input;
  private byte[] buffer = new byte[FIRST_SIZE];
  private int start;
  private int limit;
  private byte[] overlong;
  private long position;
  private long line;

  private JsonLineSource(InputStream input) {
    this.input = input;
  }

  static JsonLineSource open(Path file) throws IOException {
    JsonLineSource source = new JsonLineSource(Files.newInputStream(file));
    source.skipByteOrderMark();
    return source;
  }

  private void skipByteOrderMark() throws IOException {
    while (limit < BYTE_ORDER_MARK && fill()) {
      continue;
    }
    boolean marked =
        limit >= BYTE_ORDER_MARK
            && buffer[0] == (byte) 0xEF
            && buffer[1] == (byte) 0xBB
            && buffer[2] == (byte) 0xBF;
    start = marked ? BYTE_ORDER_MARK : 0;
  }

  @Override
  public Optional<SourceRecord> next() throws IOException {
    while (true) {
      int end = lineEnd();
      if (end < 0) {
        return Optional.empty();
      }
      line++;
      byte[] text = Arrays.copyOfRange(buffer, start, end);
      start = Math.min(end + 1, limit);
      if (overlong != null || text.length > LONGEST) {
        return Optional.of(refused(overlong == null ? text : overlong));
      }
      if (!isBlank(text)) {
        return Optional.of(new SourceRecord(line, text, null));
      }
    }
  }

  private SourceRecord refused(byte[] text) {
    byte[] shown = Arrays.copyOf(text, SHOWN);
    overlong = null;
    return new SourceRecord(line, shown, "the line is longer than " + LONGEST + " bytes");
  }

  /** Where the line ends that begins at the start, or -1 when there is none. */
  private int lineEnd() throws IOException {
    int scanned = 0;
    while (true) {
      for (int i = start + scanned; i < limit; i++) {
        if (buffer[i] == '\n') {
          return i;
        }
      }
      if (limit - start > LONGEST) {
        forgetOverlong();
      }
      scanned = limit - start;
      if (!fill()) {
        return start == limit && overlong == null ? -1 : limit;
      }
    }
  }

  private void forgetOverlong() {
    overlong = overlong == null ? Arrays.copyOfRange(buffer, start, start + SHOWN) : overlong;
    start = 0;
    limit = 0;
  }

  /** Reads more behind what is there; false at the end of the file. */
  private boolean fill() throws IOException {
    if (limit == buffer.length) {
      makeRoom();
    }
    int count = input.read(buffer, limit, buffer.length - limit);
    if (count < 0) {
      return false;
    }
    limit += count;
    position += count;
    return true;
  }

  private void makeRoom() {
    if (start == 0) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    } else {
      System.arraycopy(buffer, start, buffer, 0, limit - start);
      limit -= start;
      start = 0;
    }
  }

  private static boolean isBlank(byte[] text) {
    for (byte one : text) {
      if (one != ' ' && one != '\t' && one != '\r') {
        return false;
      }
    }
    return true;
  }

  @Override
  public long position() {
    return position - (limit - start);
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}

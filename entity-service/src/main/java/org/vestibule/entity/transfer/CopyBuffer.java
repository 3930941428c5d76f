package org.vestibule.entity.transfer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;

/** Rows in the binary form of PostgreSQL's COPY. */
final class CopyBuffer {
  private static final byte[] SIGNATURE =
      "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
  private static final byte JSONB_VERSION = 1;
  private static final int FIRST_SIZE = 1 << 20;

  private byte[] bytes = new byte[FIRST_SIZE];
  private int size;

  CopyBuffer() {
    clear();
  }

  void clear() {
    size = 0;
    add(SIGNATURE);
    addInt(0);
    addInt(0);
  }

  int size() {
    return size;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Begins a row of so many columns. */
  CopyBuffer row(int columns) {
    addShort(columns);
    return this;
  }

  /** Ends the rows. */
  void end() {
    addShort(-1);
  }

  CopyBuffer number(int value) {
    addInt(Integer.BYTES);
    addInt(value);
    return this;
  }

  CopyBuffer number(long value) {
    addInt(Long.BYTES);
    addLong(value);
    return this;
  }

  CopyBuffer uuid(UUID value) {
    addInt(2 * Long.BYTES);
    addLong(value.getMostSignificantBits());
    addLong(value.getLeastSignificantBits());
    return this;
  }

  CopyBuffer time(Instant value) {
    return number(ChronoUnit.MICROS.between(EPOCH, value));
  }

  /** JSON in UTF-8, null for none. */
  CopyBuffer jsonb(byte[] json) {
    if (json == null) {
      addInt(-1);
    } else {
      addInt(json.length + 1);
      reserve(1);
      bytes[size++] = JSONB_VERSION;
      add(json);
    }
    return this;
  }

  private void add(byte[] more) {
    reserve(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
  }

  private void addShort(int value) {
    reserve(Short.BYTES);
    bytes[size++] = (byte) (value >> 8);
    bytes[size++] = (byte) value;
  }

  private void addInt(int value) {
    addShort(value >> 16);
    addShort(value);
  }

  private void addLong(long value) {
    addInt((int) (value >> 32));
    addInt((int) value);
  }

  private void reserve(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
    }
  }
}

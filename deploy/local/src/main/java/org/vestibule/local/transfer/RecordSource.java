package org.vestibule.local.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A file as records, read one after the other. */
interface RecordSource extends Closeable {
  /** The longest record that the service takes. */
  int LONGEST = 2 * 1024 * 1024;

  /** The next record, or nothing at the end. */
  Optional<SourceRecord> next() throws IOException;

  /** How many bytes of the file were read. */
  long position();

  /** The number of the last line that was read. */
  long line();

  /** Opens a file by the ending of its name. */
  static RecordSource open(Path file, TypeColumns columns) throws IOException {
    return FileFormat.of(file) == FileFormat.CSV
        ? CsvSource.open(file, columns)
        : JsonLineSource.open(file);
  }
}

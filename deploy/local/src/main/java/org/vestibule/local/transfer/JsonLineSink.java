package org.vestibule.local.transfer;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes one JSON object per line. */
final class JsonLineSink implements RecordSink {
  private final BufferedWriter writer;

  JsonLineSink(Path file) throws IOException {
    this.writer = Files.newBufferedWriter(file);
  }

  @Override
  public void write(String record) throws IOException {
    writer.write(record);
    writer.write('\n');
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}

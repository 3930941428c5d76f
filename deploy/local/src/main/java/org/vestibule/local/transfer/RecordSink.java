package org.vestibule.local.transfer;

import java.io.Closeable;
import java.io.IOException;

/** Where exported records go. */
interface RecordSink extends Closeable {
  /** Writes a record, which is one line of JSON. */
  void write(String record) throws IOException;
}

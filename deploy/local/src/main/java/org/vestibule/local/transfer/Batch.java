package org.vestibule.local.transfer;

import java.util.List;
import java.util.zip.CRC32C;

/**
 * Records that are sent together; the same file always makes the same batches.
 *
 * @param body the records that can be sent, one per line
 * @param sent those records
 * @param refused those that cannot be sent
 * @param position how many bytes of the file lie before its end
 */
record Batch(
    int number,
    byte[] body,
    List<SourceRecord> sent,
    List<SourceRecord> refused,
    long lastLine,
    long position) {
  long checksum() {
    CRC32C sum = new CRC32C();
    sum.update(body);
    return sum.getValue();
  }
}

package org.vestibule.entity.transfer;

import java.util.zip.CRC32C;
import org.vestibule.platform.problem.InternalProblem;

/**
 * Some lines of a file.
 *
 * @param number counts from 0
 * @param lastLine the number of the last line of the file that belongs to it
 * @param refused records between these lines that the reader of the file refused
 * @param lines JSON objects in UTF-8, one per line
 */
record ImportBatch(int number, long lastLine, int refused, byte[] lines) {
  private static final int MOST_BATCHES = 10_000_000;

  ImportBatch {
    if (number < 0 || number >= MOST_BATCHES || lastLine < 0 || refused < 0) {
      throw InternalProblem.badRequest("number, lastLine or refused is out of range");
    }
  }

  long checksum() {
    CRC32C sum = new CRC32C();
    sum.update(lines);
    return sum.getValue();
  }
}

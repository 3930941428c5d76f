package org.vestibule.local.transfer;

/**
 * A record of a file.
 *
 * @param line the line on which it begins, counted from 1
 * @param json the record as one line of JSON in UTF-8; of a refused one the beginning of its text
 * @param refusal why it cannot be sent at all, or null
 */
record SourceRecord(long line, byte[] json, String refusal) {
  boolean isRefused() {
    return refusal != null;
  }
}

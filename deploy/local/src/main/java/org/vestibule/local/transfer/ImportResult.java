package org.vestibule.local.transfer;

import java.time.Duration;

/**
 * What became of a file.
 *
 * @param stored records that were taken, in this run or one before that it went on with
 * @param rejected records that were not
 * @param storedNow records that were taken in this run
 * @param wasFinished whether nothing was left to be done
 */
public record ImportResult(
    long stored, long rejected, long storedNow, boolean wasFinished, Duration time) {}

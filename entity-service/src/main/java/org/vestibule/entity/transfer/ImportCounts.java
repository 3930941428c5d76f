package org.vestibule.entity.transfer;

/** How many batches of a file were taken, and what became of their records. */
public record ImportCounts(int batches, long stored, long rejected) {}

package org.vestibule.platform.crypto;

import java.util.Optional;

/** Cost of one Argon2id computation. */
public record Argon2Params(int memoryKib, int iterations, int parallelism) {

  /** What new passwords get where the operator says nothing else. */
  public static final Argon2Params USUAL = new Argon2Params(19_456, 2, 1);

  // All that an operator may have chosen once: what was hashed so must stay readable for ever.
  private static final int MAX_MEMORY_KIB = 1_048_576;
  private static final int MAX_ITERATIONS = 16;
  private static final int MAX_PARALLELISM = 16;
  private static final int MIN_MEMORY_PER_LANE = 8;

  // Imported hashes may cost more than ours, but a hostile one must not take the machine down.
  private static final int MAX_IMPORTED_MEMORY_KIB = 131_072;

  /** Whether the algorithm allows these values and somebody may have chosen them for us. */
  boolean isComputable() {
    return iterations >= 1
        && iterations <= MAX_ITERATIONS
        && parallelism >= 1
        && parallelism <= MAX_PARALLELISM
        && memoryKib >= leastMemory()
        && memoryKib <= MAX_MEMORY_KIB;
  }

  /** Whether we are willing to pay this for a hash of another system. */
  boolean isImportable() {
    return isComputable() && memoryKib <= MAX_IMPORTED_MEMORY_KIB;
  }

  /** What is missing for both together to be as much work as this; empty when nothing is. */
  Optional<Argon2Params> beyond(Argon2Params other) {
    long missing = work() - other.work();
    if (missing < leastMemory()) {
      return Optional.empty();
    }
    int passes = (int) ((missing + memoryKib - 1) / memoryKib);
    int memory = Math.max(leastMemory(), (int) (missing / passes));
    return Optional.of(new Argon2Params(memory, passes, parallelism));
  }

  /** KiB that are written, over all passes. */
  private long work() {
    return (long) memoryKib * iterations;
  }

  private int leastMemory() {
    return MIN_MEMORY_PER_LANE * parallelism;
  }
}

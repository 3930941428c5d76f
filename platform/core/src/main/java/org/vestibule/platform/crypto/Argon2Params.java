package org.vestibule.platform.crypto;

/** Cost of one Argon2id computation. */
public record Argon2Params(int memoryKib, int iterations, int parallelism) {

  /** What new passwords get. */
  public static final Argon2Params CURRENT = new Argon2Params(19_456, 2, 1);

  // Imported hashes may cost more than ours, but a hostile one must not take the machine down.
  private static final int MAX_MEMORY_KIB = 131_072;
  private static final int MAX_ITERATIONS = 16;
  private static final int MAX_PARALLELISM = 16;
  private static final int MIN_MEMORY_PER_LANE = 8;

  /** Whether the algorithm allows these values and we are willing to pay for them. */
  boolean isAcceptable() {
    return iterations >= 1
        && iterations <= MAX_ITERATIONS
        && parallelism >= 1
        && parallelism <= MAX_PARALLELISM
        && memoryKib >= MIN_MEMORY_PER_LANE * parallelism
        && memoryKib <= MAX_MEMORY_KIB;
  }
}

package org.vestibule.bench.hash;

/** Hashes that were made, over which time, and the processor time that they took. */
public record HashFigures(long hashes, double seconds, double processorMilliseconds) {
  public double perSecond() {
    return hashes / seconds;
  }

  /** Processor milliseconds of one hash. */
  public double cost() {
    return processorMilliseconds / hashes;
  }

  /** Both together: what the machine gave before and after something. */
  public HashFigures plus(HashFigures other) {
    return new HashFigures(
        hashes + other.hashes,
        seconds + other.seconds,
        processorMilliseconds + other.processorMilliseconds);
  }
}

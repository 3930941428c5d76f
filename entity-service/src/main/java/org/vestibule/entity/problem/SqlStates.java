package org.vestibule.entity.problem;

/** What failures of PostgreSQL mean, by their SQLSTATE (PostgreSQL, appendix A). */
public final class SqlStates {
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String DATA_EXCEPTION = "22";
  private static final String LIMIT_EXCEEDED = "54";
  private static final String DEADLOCK = "40P01";
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  /** One of ours: the migration that makes {@code pass_fence} names it. */
  private static final String RAISED_FENCE = "VF001";

  private SqlStates() {}

  /** Whether a value that must be unique is there already. */
  public static boolean isDuplicate(String state) {
    return UNIQUE_VIOLATION.equals(state);
  }

  /** Whether some of the rows cannot be stored, and the others could. */
  public static boolean isAboutRows(String state) {
    return isDuplicate(state) || isAboutValues(state);
  }

  /** Whether a row holds something that cannot be stored whatever else there is. */
  public static boolean isAboutValues(String state) {
    return state != null && (state.startsWith(DATA_EXCEPTION) || state.startsWith(LIMIT_EXCEEDED));
  }

  /** Whether two writers waited for each other, so that one had to give way and may try again. */
  public static boolean isDeadlock(String state) {
    return DEADLOCK.equals(state);
  }

  /** Whether others held a lock for longer than one wanted to wait. */
  public static boolean isLockTimeout(String state) {
    return LOCK_NOT_AVAILABLE.equals(state);
  }

  /** Whether a writer does not know yet how tight its type has become. */
  public static boolean isRaisedFence(String state) {
    return RAISED_FENCE.equals(state);
  }

  /** Whether PostgreSQL could not be reached, is overloaded or goes down. */
  public static boolean isOutage(String state) {
    return state != null
        && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P"));
  }
}

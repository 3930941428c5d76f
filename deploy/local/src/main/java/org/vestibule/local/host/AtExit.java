package org.vestibule.local.host;

/** Something that is ended when the program exits, unless whoever began it ends it before. */
public final class AtExit {
  private final Thread hook;

  private AtExit(Thread hook) {
    this.hook = hook;
  }

  /** Has this run when the program exits. */
  public static AtExit run(String name, Runnable end) {
    Thread hook = new Thread(end, name);
    Runtime.getRuntime().addShutdownHook(hook);
    return new AtExit(hook);
  }

  /** Has nothing run any more; while the program exits it is too late for that. */
  public void forget() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException exiting) {
      // The hook is at work, perhaps it is who calls.
    }
  }
}

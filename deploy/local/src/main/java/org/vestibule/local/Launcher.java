package org.vestibule.local;

import org.vestibule.local.command.RootCommand;

/** The program behind the script {@code vestibule}. */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] arguments) {
    // The libraries of the launcher have nothing to say to the person at the keyboard.
    System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
    System.setProperty("vertx.logger-delegate-factory-class-name", QUIET_LOGGING);
    System.exit(RootCommand.run(arguments));
  }

  private static final String QUIET_LOGGING = "io.vertx.core.logging.JULLogDelegateFactory";
}

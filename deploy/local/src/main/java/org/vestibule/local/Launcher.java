package org.vestibule.local;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.vestibule.local.command.RootCommand;

/** The program behind the script {@code vestibule}. */
public final class Launcher {
  private static final String JAVA_LOGGING = "io.vertx.core.logging.JULLogDelegateFactory";
  private static final Logger ROOT_LOGGER = Logger.getLogger("");

  private Launcher() {}

  public static void main(String[] arguments) {
    // The libraries of the launcher have nothing to say to the person at the keyboard.
    System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
    System.setProperty("slf4j.internal.verbosity", "WARN");
    System.setProperty("vertx.logger-delegate-factory-class-name", JAVA_LOGGING);
    ROOT_LOGGER.setLevel(Level.OFF);
    System.exit(RootCommand.run(arguments));
  }
}

package org.vestibule.bench;

import java.nio.file.Path;
import java.util.function.Consumer;

/** One benchmark that anyone can run; it starts what it measures and ends it. */
public interface Scenario {
  /** The word on the command line. */
  String name();

  /** One line for the help. */
  String purpose();

  /** Runs in the built project and tells its figures line by line. */
  void run(Path project, Consumer<String> output) throws Exception;
}

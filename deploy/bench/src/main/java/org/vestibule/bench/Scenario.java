package org.vestibule.bench;

import org.vestibule.bench.load.LoadShape;

/** One benchmark that anyone can run; it starts what it measures and ends it. */
public interface Scenario {
  /** The word on the command line. */
  String name();

  /** One line for the help. */
  String purpose();

  /** The load when the command line says nothing else. */
  default LoadShape shape() {
    return LoadShape.OF_PLAIN_PROGRAMS;
  }

  /** Measures and tells the figures line by line. */
  void run(Workbench bench) throws Exception;
}

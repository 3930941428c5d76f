package org.vestibule.testkit.rules.sample.second;

import java.time.Instant;

/** Breaks rules on purpose. */
public class SecondService {
  public String name(String name) {
    System.out.println(Instant.now());
    return name;
  }
}

package org.vestibule.testkit.rules.sample.second;

import java.time.Instant;
import java.util.Arrays;

/** Breaks rules on purpose. */
public class SecondService {
  public String name(String name) {
    System.out.println(Instant.now());
    return name;
  }

  public boolean isSame(byte[] given, byte[] secret) {
    return Arrays.equals(given, secret);
  }
}

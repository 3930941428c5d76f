package org.vestibule.auth.access;

import java.time.Duration;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.Parameters;

/** Reads a life in seconds. */
public final class Seconds {
  private static final int MOST = 86_400;

  private Seconds() {}

  /** A parameter from 1 to 86,400, else 200. */
  public static Duration of(Parameters given, String name, Duration otherwise) {
    return of(given, name, otherwise, MOST);
  }

  /** A parameter from 1 to the given number, else 200. */
  public static Duration of(Parameters given, String name, Duration otherwise, long most) {
    return given.filled(name).map(text -> seconds(name, text, most)).orElse(otherwise);
  }

  private static Duration seconds(String name, String text, long most) {
    if (text.matches("[0-9]{1,9}")) {
      long value = Long.parseLong(text);
      if (value >= 1 && value <= most) {
        return Duration.ofSeconds(value);
      }
    }
    throw CaptureProblem.invalidArgument(name, "it is not a number from 1 to " + most).exception();
  }
}

package org.vestibule.auth.breach;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The most common passwords of eight characters and more, in any spelling of their case. */
@Singleton
class CommonPasswords {
  private static final String LIST = "/passwords/common.txt";
  private static final int LONGEST = 40;

  private final Set<String> listed;

  /** Reads the list once, at the start. */
  CommonPasswords() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                CommonPasswords.class.getResourceAsStream(LIST), StandardCharsets.UTF_8))) {
      listed = lines.lines().collect(Collectors.toUnmodifiableSet());
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + LIST, unreadable);
    }
  }

  /** Being told of the start is enough to be made then, and not on an event loop. */
  void start(@Observes StartupEvent started) {}

  boolean contain(String password) {
    return password.length() <= LONGEST && listed.contains(password.toLowerCase(Locale.ROOT));
  }

  int size() {
    return listed.size();
  }
}

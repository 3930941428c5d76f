package org.vestibule.e2e.stack;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Every real secret that a call of this run sent or was given. */
public final class Secrets {
  private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();
  private static final Set<String> PASSWORD_FIELDS =
      Set.of(
          "newPassword",
          "newPasswordConfirm",
          "currentPassword",
          "client_secret",
          "refresh_secret");
  private static final List<Pattern> MEMBERS =
      List.of(
          Pattern.compile(
              "\"(?:access_?token|refresh_?token|authorization_?code|verification_?code|creation_?token"
                  + "|(?:client_?)?secret)\"\\s*:\\s*\"([^\"\\s]{8,})\"",
              Pattern.CASE_INSENSITIVE),
          Pattern.compile("\"password\"\\s*:\\s*\"([^\"\\s]{8,})\""));

  private Secrets() {}

  /** All of them. */
  public static Collection<String> seen() {
    return Set.copyOf(SEEN);
  }

  static void sent(Map<String, String> form) {
    form.forEach(
        (name, value) -> {
          if (PASSWORD_FIELDS.contains(name)) {
            remember(value);
          }
          inJson(value);
        });
  }

  static void inJson(String text) {
    MEMBERS.forEach(it -> it.matcher(text).results().forEach(found -> remember(found.group(1))));
  }

  static void remember(String secret) {
    SEEN.add(secret);
  }
}

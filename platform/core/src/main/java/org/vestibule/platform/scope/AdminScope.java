package org.vestibule.platform.scope;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One permission of an administrative token, {@code verb:path} (hosted-login.md 1.1): the verb
 * stands for methods, the path lies below that of the customer; {@code *} is one segment of it and
 * {@code **} any number.
 */
public record AdminScope(String verb, String path) {
  private static final String ANY_METHOD = "*";
  private static final Map<String, Set<String>> METHODS =
      Map.of(
          ".", Set.of("GET", "HEAD"),
          "+", Set.of("POST", "PUT", "PATCH"),
          "-", Set.of("DELETE"),
          "GET", Set.of("GET"),
          "HEAD", Set.of("HEAD"),
          "POST", Set.of("POST"),
          "PUT", Set.of("PUT"),
          "PATCH", Set.of("PATCH"),
          "DELETE", Set.of("DELETE"));

  // The characters of RFC 6749, 3.3. A single leading slash is tolerated and means nothing.
  private static final Pattern FORM = Pattern.compile("([*.+-]|[A-Z]+):/?+([!#-\\[\\]-~]+)");

  /** Forms in which old pages print {@code *:**}. */
  private static final Set<String> EVERYTHING = Set.of("**.**", "*.**", "**:**");

  /** Reads a scope; empty when the text is none of this grammar. */
  public static Optional<AdminScope> parse(String text) {
    Matcher form = FORM.matcher(EVERYTHING.contains(text) ? "*:**" : text);
    return form.matches() && isVerb(form.group(1))
        ? Optional.of(new AdminScope(form.group(1), form.group(2)))
        : Optional.empty();
  }

  private static boolean isVerb(String text) {
    return text.equals(ANY_METHOD) || METHODS.containsKey(text);
  }

  /**
   * Whether a request is permitted; the path is as sent, below that of the customer and without a
   * leading slash.
   */
  public boolean permits(String method, String requestPath) {
    return hasMethod(method) && ScopePath.of(path).matches(requestPath);
  }

  boolean hasMethod(String method) {
    return verb.equals(ANY_METHOD) || METHODS.get(verb).contains(method);
  }

  /** Whether all paths of the other are paths of this one, for one method or for any. */
  boolean coversPath(AdminScope other) {
    return ScopePath.of(path).covers(ScopePath.of(other.path));
  }

  boolean isForAnyMethod() {
    return verb.equals(ANY_METHOD);
  }

  /** The methods of a verb that is not for any method. */
  Set<String> methods() {
    return METHODS.get(verb);
  }

  @Override
  public String toString() {
    return verb + ":" + path;
  }
}

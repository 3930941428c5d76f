package org.vestibule.entity.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An address inside a record, for example {@code profiles#12.domain} or {@code /email}. */
public record AttributePath(List<Step> steps) {
  /** The record itself. */
  public static final AttributePath ROOT = new AttributePath(List.of());

  private static final int MAX_STEPS = 32;
  private static final Pattern STEP =
      Pattern.compile("([A-Za-z][A-Za-z0-9_]*)(?:#([0-9]{1,18}))?(?:[/.]+(?!\\z)|\\z)");

  /** Copies the steps. */
  public AttributePath {
    steps = List.copyOf(steps);
  }

  /** Reads a path, or nothing when the text is none. */
  public static Optional<AttributePath> parse(String text) {
    String path = text.strip();
    // Most paths are one plain name, which needs no expression.
    return isName(path)
        ? Optional.of(new AttributePath(List.of(new Step(path, 0))))
        : parseSteps(path);
  }

  private static boolean isName(String path) {
    for (int i = 0; i < path.length(); i++) {
      char at = path.charAt(i);
      boolean isLetter = at >= 'a' && at <= 'z' || at >= 'A' && at <= 'Z';
      boolean isOther = at >= '0' && at <= '9' || at == '_';
      if (!isLetter && (i == 0 || !isOther)) {
        return false;
      }
    }
    return !path.isEmpty();
  }

  private static Optional<AttributePath> parseSteps(String path) {
    int at = behindSeparators(path);
    List<Step> steps = new ArrayList<>();
    Matcher step = STEP.matcher(path);
    while (at < path.length()) {
      if (steps.size() == MAX_STEPS || !step.region(at, path.length()).lookingAt()) {
        return Optional.empty();
      }
      steps.add(Step.of(step.group(1), step.group(2)));
      at = step.end();
    }
    return Optional.of(new AttributePath(steps));
  }

  private static int behindSeparators(String path) {
    int at = 0;
    while (at < path.length() && "/.".indexOf(path.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  /** Whether this is the record itself. */
  public boolean isRoot() {
    return steps.isEmpty();
  }

  /** Whether a step names one element of a plural. */
  public boolean selectsElement() {
    return steps.stream().anyMatch(Step::selects);
  }

  /** The path as errors show it, without element ids: {@code /profiles/domain}. */
  public String wireName() {
    StringBuilder name = new StringBuilder();
    steps.forEach(it -> name.append('/').append(it.name()));
    return name.toString();
  }

  /** One level: a name and, behind {@code #}, the id of an element (0 = none). */
  public record Step(String name, long elementId) {
    static Step of(String name, String elementId) {
      return new Step(name, elementId == null ? 0 : Long.parseLong(elementId));
    }

    /** Whether one element is meant. */
    public boolean selects() {
      return elementId > 0;
    }
  }
}

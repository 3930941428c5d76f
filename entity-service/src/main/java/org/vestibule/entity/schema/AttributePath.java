package org.vestibule.entity.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An address inside a record, for example {@code profiles#12.domain} or {@code /email}. */
public record AttributePath(List<Step> steps) {
  /** The record itself. */
  public static final AttributePath ROOT = new AttributePath(List.of());

  private static final int MAX_STEPS = 32;
  private static final Pattern STEP = Pattern.compile("([A-Za-z][A-Za-z0-9_]*)(?:#([0-9]{1,18}))?");
  private static final Pattern SEPARATOR = Pattern.compile("[/.]+");

  /** Copies the steps. */
  public AttributePath {
    steps = List.copyOf(steps);
  }

  /** Reads a path, or nothing when the text is none. */
  public static Optional<AttributePath> parse(String text) {
    String trimmed = text.strip().replaceFirst("^[/.]+", "");
    if (trimmed.isEmpty()) {
      return Optional.of(ROOT);
    }
    List<Step> steps = new ArrayList<>();
    for (String part : SEPARATOR.split(trimmed, MAX_STEPS + 1)) {
      Matcher step = STEP.matcher(part);
      if (!step.matches() || steps.size() == MAX_STEPS) {
        return Optional.empty();
      }
      steps.add(Step.of(step.group(1), step.group(2)));
    }
    return Optional.of(new AttributePath(steps));
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
    return steps.stream().map(it -> "/" + it.name()).collect(Collectors.joining());
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

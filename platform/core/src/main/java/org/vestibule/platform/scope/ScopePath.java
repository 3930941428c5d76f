package org.vestibule.platform.scope;

import java.util.List;
import java.util.regex.Pattern;

/** The path pattern of a scope, cut into segments. */
record ScopePath(List<String> segments) {
  private static final String ONE = "*";
  private static final String MANY = "**";

  // What routers resolve before they match, and so could lead out of the permitted path.
  private static final Pattern DOTS =
      Pattern.compile(
          "(^|/|%2f|\\\\|%5c)(\\.|%2e){1,2}($|/|%2f|\\\\|%5c)", Pattern.CASE_INSENSITIVE);

  static ScopePath of(String text) {
    return new ScopePath(List.of(text.split("/", -1)));
  }

  boolean matches(String path) {
    return !DOTS.matcher(path).find() && covers(of(path));
  }

  /**
   * Whether the other is, segment by segment, nowhere wider than this one. Never true when it is
   * wider; false for some odd patterns that are not.
   */
  boolean covers(ScopePath other) {
    int width = other.segments.size();
    boolean[] after = new boolean[width + 1];
    after[width] = true;
    for (int i = segments.size() - 1; i >= 0; i--) {
      after = step(segments.get(i), other.segments, after);
    }
    return after[0];
  }

  /** For every place in the other: whether this segment and those behind it cover the rest. */
  private static boolean[] step(String segment, List<String> other, boolean[] after) {
    int width = other.size();
    boolean[] covered = new boolean[width + 1];
    boolean many = segment.equals(MANY);
    covered[width] = many && after[width];
    for (int at = width - 1; at >= 0; at--) {
      covered[at] =
          many ? after[at] || covered[at + 1] : coversOne(segment, other.get(at)) && after[at + 1];
    }
    return covered;
  }

  private static boolean coversOne(String segment, String other) {
    return segment.equals(ONE) ? !other.isEmpty() && !other.equals(MANY) : segment.equals(other);
  }
}

package org.vestibule.webhook.subscription;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which subscriptions of how many are asked for; {@code page} is 0 for all of them, which means the
 * first thousand.
 */
record PageRange(int page, int total) {
  static final int SIZE = 100;
  static final int MOST = 1_000;

  /** A page that is no number or does not exist is the last one (webhooks.md 5.1). */
  static PageRange of(String asked, int total) {
    int last = last(total);
    if (asked == null) {
      return new PageRange(0, total);
    }
    boolean isNumber = asked.matches("[0-9]{1,9}");
    int page = isNumber ? Integer.parseInt(asked) : last;
    return new PageRange(page < 1 || page > last ? last : page, total);
  }

  int limit() {
    return page == 0 ? MOST : SIZE;
  }

  int offset() {
    return page == 0 ? 0 : (page - 1) * SIZE;
  }

  /** Names of links and their queries. */
  Map<String, String> links() {
    Map<String, String> links = new LinkedHashMap<>();
    if (page == 0) {
      links.put("self", "");
      addIf(total > MOST, "next", MOST / SIZE + 1, links);
      return links;
    }
    addIf(true, "self", page, links);
    addIf(true, "first", 1, links);
    addIf(page > 1, "prev", page - 1, links);
    addIf(page < last(total), "next", page + 1, links);
    addIf(true, "last", last(total), links);
    return links;
  }

  private static int last(int total) {
    return Math.max(1, (total + SIZE - 1) / SIZE);
  }

  private static void addIf(boolean exists, String name, int page, Map<String, String> links) {
    if (exists) {
      links.put(name, "?page=" + page);
    }
  }
}

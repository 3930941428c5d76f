package org.vestibule.entity.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vestibule.entity.record.Page;

/** The arguments of a search as they were given. */
record SearchArguments(
    String filter,
    Optional<List<String>> attributes,
    List<String> order,
    int limit,
    long offset,
    boolean withTotal,
    Optional<Duration> timeLimit) {
  private static final int DEFAULT_PAGE = 100;
  private static final int LARGEST_PAGE = 10_000;
  private static final int LAST_OFFSET = 10_000_000;
  private static final long LONGEST_SECONDS = 60;

  static SearchArguments of(Call call) {
    call.typeName();
    Arguments arguments = call.arguments();
    Page page = page(arguments);
    return new SearchArguments(
        arguments.text("filter").orElse(""),
        arguments.texts("attributes"),
        arguments.looseTexts("sort_on").orElse(List.of("id")),
        page.limit(),
        page.offset(),
        arguments.flag("show_total_count"),
        timeLimit(arguments));
  }

  /** Only what paging needs. */
  static Page page(Arguments arguments) {
    return new Page(
        (int) arguments.number("max_results", DEFAULT_PAGE, 1, LARGEST_PAGE),
        arguments.number("first_result", 0, 0, LAST_OFFSET));
  }

  /** Only what counting needs. */
  static Optional<Duration> timeLimit(Arguments arguments) {
    return arguments
        .text("timeout")
        .map(it -> arguments.number("timeout", 0, 1, Integer.MAX_VALUE))
        .map(seconds -> Duration.ofSeconds(Math.min(seconds, LONGEST_SECONDS)));
  }
}

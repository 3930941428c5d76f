package org.vestibule.entity.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.record.CommitMode;
import org.vestibule.entity.record.Deadline;

/** The arguments of a bulk creation as they were given. */
record BulkArguments(List<JsonNode> records, CommitMode mode, Deadline deadline) {
  private static final String RECORDS = "all_attributes";
  private static final String MODE = "commit_each";
  private static final int MOST_RECORDS = 10_000;
  private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(10);

  static BulkArguments of(Call call) {
    Arguments arguments = call.arguments();
    Duration limit = SearchArguments.timeLimit(arguments).orElse(DEFAULT_LIMIT);
    Deadline deadline = Deadline.in(limit);
    return new BulkArguments(records(arguments.json(RECORDS)), mode(arguments), deadline);
  }

  private static List<JsonNode> records(JsonNode given) {
    if (!given.isArray()) {
      throw Violations.invalidArgument(RECORDS, "it is not a JSON array");
    }
    if (given.size() > MOST_RECORDS) {
      throw Violations.invalidArgument(RECORDS, "it has more than " + MOST_RECORDS + " records");
    }
    List<JsonNode> records = new ArrayList<>(given.size());
    given.forEach(records::add);
    return records;
  }

  private static CommitMode mode(Arguments arguments) {
    String text = Arguments.unquoted(arguments.text(MODE).orElse("true"));
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1" -> CommitMode.EACH;
      case "false", "0" -> CommitMode.ALL;
      case "smart" -> CommitMode.SMART;
      default -> throw Violations.invalidArgument(MODE, "it is neither true, false nor smart");
    };
  }
}

package org.vestibule.config.administration;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.vestibule.config.wire.ConfigError;

/** Which audit records are asked for: how many, and before which one. */
record AuditQuery(Optional<UUID> before, int limit) {
  private static final int USUAL = 100;
  private static final int MOST = 1_000;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  static AuditQuery parse(String before, String limit) {
    return new AuditQuery(id(before), number(limit));
  }

  private static Optional<UUID> id(String text) {
    if (text == null) {
      return Optional.empty();
    }
    if (!ID.matcher(text).matches()) {
      throw ConfigError.ofMember("before", "Must be the id of an audit record.").exception();
    }
    return Optional.of(UUID.fromString(text));
  }

  private static int number(String text) {
    if (text == null) {
      return USUAL;
    }
    int number = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
    if (number < 1 || number > MOST) {
      throw ConfigError.ofMember("limit", "Must be an integer between 1 and 1000.").exception();
    }
    return number;
  }
}

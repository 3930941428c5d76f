package org.vestibule.webhook.delivery;

import java.util.Map;

/** What a receiver answered, or the code of the reason why there is no answer (webhooks.md 6.1). */
record Answer(Integer statusCode, Map<String, String> headers, String error) {
  static final String BLOCKED = "blocked-address";
  static final String PROTOCOL = "protocol";

  static Answer none(String error) {
    return new Answer(null, Map.of(), error);
  }

  boolean hasStatus(int from, int to) {
    return statusCode != null && statusCode >= from && statusCode <= to;
  }
}

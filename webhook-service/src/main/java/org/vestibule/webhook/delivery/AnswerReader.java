package org.vestibule.webhook.delivery;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vestibule.platform.outbound.OutboundException;
import org.vestibule.platform.outbound.OutboundResponse;

/** Keeps of an answer what the event store shows: status and headers, within limits. */
final class AnswerReader {
  private static final int MOST_HEADERS = 50;
  private static final int LONGEST = 500;

  // Secrets of the receiver that we have no use for.
  private static final Set<String> LEFT_OUT = Set.of("set-cookie", "authentication-info");

  private AnswerReader() {}

  static Answer read(OutboundResponse response) {
    Map<String, String> headers = new LinkedHashMap<>();
    response.headers().names().stream()
        .filter(name -> !LEFT_OUT.contains(name.toLowerCase(Locale.ROOT)))
        .limit(MOST_HEADERS)
        .forEach(
            name ->
                headers.put(
                    storable(name), storable(String.join(", ", response.headers().getAll(name)))));
    return new Answer(response.status(), headers, null);
  }

  /** The code of the event store for a call without an answer. */
  static Answer none(OutboundException failure) {
    return Answer.none(
        switch (failure.reason()) {
          case URL, SCHEME, ADDRESS -> Answer.BLOCKED;
          case UNRESOLVED -> "dns";
          case CONNECT, BROKEN -> "connect";
          case TLS -> "tls";
          case TIMEOUT -> "timeout";
          case PROTOCOL -> Answer.PROTOCOL;
        });
  }

  /** A receiver must not be able to make an answer that the database refuses. */
  private static String storable(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    StringBuilder printable = new StringBuilder(cut.length());
    cut.chars().forEach(it -> printable.append(isPrintable(it) ? (char) it : '?'));
    return printable.toString();
  }

  private static boolean isPrintable(int c) {
    return c >= ' ' && c != 0x7f && !Character.isSurrogate((char) c);
  }
}

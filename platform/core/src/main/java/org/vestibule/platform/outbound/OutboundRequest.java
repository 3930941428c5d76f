package org.vestibule.platform.outbound;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** One call to the outside; a null body sends none, a null timeout means the client's own. */
public record OutboundRequest(
    String method, String url, Map<String, String> headers, byte[] body, Duration timeout) {

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
  private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e\\t\\x80-\\xff]*");
  private static final Set<String> OURS =
      Set.of(
          "host", "connection", "content-length", "transfer-encoding", "upgrade", "te", "trailer");

  public OutboundRequest {
    headers = Map.copyOf(headers);
    headers.forEach(OutboundRequest::check);
    if (!TOKEN.matcher(method).matches()) {
      throw new IllegalArgumentException("not an HTTP method");
    }
  }

  public static OutboundRequest get(String url) {
    return new OutboundRequest("GET", url, Map.of(), null, null);
  }

  public static OutboundRequest post(String url, String contentType, byte[] body) {
    return new OutboundRequest("POST", url, Map.of("content-type", contentType), body, null);
  }

  public OutboundRequest withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new OutboundRequest(method, url, more, body, timeout);
  }

  /** A shorter limit for the whole call; it never exceeds the client's own. */
  public OutboundRequest withTimeout(Duration limit) {
    return new OutboundRequest(method, url, headers, body, limit);
  }

  private static void check(String name, String value) {
    if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("the client itself writes the header " + name);
    }
    if (!TOKEN.matcher(name).matches() || !VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException("a header has a name or value that HTTP does not allow");
    }
  }
}

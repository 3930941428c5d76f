package org.vestibule.local.mailbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** One captured mail as one recipient got it. */
public record Mail(
    String receivedAt, String from, String to, String subject, String text, String html) {
  /** The links of both bodies, each once, in the order in which they stand there. */
  public List<String> links() {
    return LinkFinder.find(html, text);
  }

  /** The mail as scripts read it. */
  public JsonObject json() {
    return new JsonObject()
        .put("received_at", receivedAt)
        .put("from", from)
        .put("to", to)
        .put("subject", subject)
        .put("text", text)
        .put("html", html)
        .put("links", new JsonArray(links()));
  }

  static Mail of(JsonObject json) {
    return new Mail(
        json.getString("received_at"),
        json.getString("from"),
        json.getString("to"),
        json.getString("subject"),
        json.getString("text"),
        json.getString("html"));
  }
}

package org.vestibule.webhook.wire;

import java.util.UUID;
import java.util.regex.Pattern;

/** Ids of the wire: UUIDs in lower case; anything else does not exist. */
public final class WireId {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private WireId() {}

  /** The id, or the problem that there is no such thing. */
  public static UUID parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new WebhookProblem.Unknown().exception();
    }
    return UUID.fromString(text);
  }
}

package org.vestibule.auth.social;

import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;

/**
 * A row of {@code social_token} that a caller claimed.
 *
 * @param conflictRecord the only record that may take the identity by a merge; null = any
 */
record SocialTokenRow(UUID id, String sealedContent, UUID conflictRecord) {

  static SocialTokenRow from(Row row) {
    return new SocialTokenRow(
        row.getUUID("id"), row.getString("content"), row.getUUID("conflict_record"));
  }
}

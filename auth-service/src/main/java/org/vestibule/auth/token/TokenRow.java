package org.vestibule.auth.token;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** A row of {@code access_token}. */
record TokenRow(byte[] hash, UUID grantId, Instant issuedAt, Instant expiresAt, Instant forgetAt) {

  Tuple values(String applicationId) {
    return Tuple.of(applicationId, Buffer.buffer(hash), grantId)
        .addOffsetDateTime(issuedAt.atOffset(ZoneOffset.UTC))
        .addOffsetDateTime(expiresAt.atOffset(ZoneOffset.UTC))
        .addOffsetDateTime(forgetAt.atOffset(ZoneOffset.UTC));
  }
}

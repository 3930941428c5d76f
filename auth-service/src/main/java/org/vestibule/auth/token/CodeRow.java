package org.vestibule.auth.token;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** A row of {@code authorization_code}. */
record CodeRow(
    byte[] hash,
    UUID grantId,
    String clientId,
    String redirectUri,
    Instant issuedAt,
    Instant expiresAt,
    Instant forgetAt) {

  Tuple values(String applicationId) {
    return Tuple.of(applicationId, Buffer.buffer(hash), grantId, clientId, redirectUri)
        .addOffsetDateTime(issuedAt.atOffset(ZoneOffset.UTC))
        .addOffsetDateTime(expiresAt.atOffset(ZoneOffset.UTC))
        .addOffsetDateTime(forgetAt.atOffset(ZoneOffset.UTC));
  }
}

package org.vestibule.hosted.token;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** A row of {@code access_token}. */
record TokenRow(
    byte[] hash,
    UUID clientId,
    TokenKind kind,
    List<String> scopes,
    List<String> resources,
    Instant issuedAt,
    Instant expiresAt) {

  Tuple values(UUID customerId) {
    return Tuple.of(customerId, Buffer.buffer(hash), clientId, kind.name())
        .addArrayOfString(scopes.toArray(String[]::new))
        .addArrayOfString(resources.toArray(String[]::new))
        .addOffsetDateTime(issuedAt.atOffset(ZoneOffset.UTC))
        .addOffsetDateTime(expiresAt.atOffset(ZoneOffset.UTC));
  }
}

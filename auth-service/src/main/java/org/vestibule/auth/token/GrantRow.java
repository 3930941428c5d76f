package org.vestibule.auth.token;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** A row of {@code access_grant}. */
record GrantRow(
    UUID id, Grantee grantee, String sealedRefreshSecret, Instant createdAt, Instant forgetAt) {

  Tuple values() {
    return Tuple.of(id, grantee.applicationId(), grantee.customerId(), grantee.clientId())
        .addString(grantee.entityType())
        .addUUID(grantee.recordUuid())
        .addString(sealedRefreshSecret)
        .addOffsetDateTime(createdAt.atOffset(ZoneOffset.UTC))
        .addOffsetDateTime(forgetAt.atOffset(ZoneOffset.UTC));
  }
}

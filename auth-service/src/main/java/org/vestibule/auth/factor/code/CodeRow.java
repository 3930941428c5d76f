package org.vestibule.auth.factor.code;

import java.time.Instant;
import java.util.UUID;
import org.vestibule.auth.factor.Channel;

/** A row of {@code factor_code} as a sent code makes it. */
record CodeRow(
    UUID challenge,
    String applicationId,
    String entityType,
    UUID recordUuid,
    Channel channel,
    String hash,
    Instant sentAt,
    Instant expiresAt) {}

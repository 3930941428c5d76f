package org.vestibule.auth.token;

import java.time.Instant;

/** A row of {@code access_token}. */
record TokenRow(byte[] hash, Instant issuedAt, Instant expiresAt, Instant forgetAt) {}

package org.vestibule.auth.token;

import java.time.Instant;

/** A row of {@code authorization_code}. */
record CodeRow(
    byte[] hash, CodeTerms terms, Instant issuedAt, Instant expiresAt, Instant forgetAt) {}

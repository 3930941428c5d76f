package org.vestibule.auth.grant;

import java.time.Instant;
import java.util.UUID;

/**
 * A row of {@code access_grant}.
 *
 * @param recovered made by a mail that recovers a password
 * @param createdAt not later than the check of what the grant was given for
 */
public record GrantRow(
    UUID id,
    Grantee grantee,
    String sealedRefreshSecret,
    boolean recovered,
    Instant createdAt,
    Instant forgetAt) {}

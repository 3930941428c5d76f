package org.vestibule.auth.grant;

import java.time.Instant;
import java.util.UUID;

/**
 * A row of {@code access_grant}.
 *
 * @param provenAddress SHA-256 of the address whose mailbox was read to recover a password, or null
 * @param createdAt not later than the check of what the grant was given for
 */
public record GrantRow(
    UUID id,
    Grantee grantee,
    String sealedRefreshSecret,
    String provenAddress,
    Instant createdAt,
    Instant forgetAt) {

  /** Whether it is made by a mail that recovers a password. */
  public boolean recovered() {
    return provenAddress != null;
  }
}

package org.vestibule.auth.grant;

import java.util.UUID;

/** The client that something is granted to, and the record that it is granted for. */
public record Grantee(
    String applicationId, UUID customerId, String clientId, String entityType, UUID recordUuid) {}

package org.vestibule.hosted.client;

import java.util.UUID;

/** An OIDC client with its current secret, sealed with the associated data of its row. */
public record SealedClient(UUID clientId, UUID rowId, String sealedSecret) {}

package org.vestibule.hosted.keys;

import java.util.UUID;

/**
 * The key with which a customer signs, its private part sealed with the associated data of its row.
 */
record SealedSigningKey(
    UUID customerId,
    String baseUrl,
    String kid,
    String algorithm,
    UUID rowId,
    String sealedPrivateKey) {}

package org.vestibule.auth.exchange;

import org.vestibule.platform.crypto.Digests;

/**
 * A code or refresh token that a client shows.
 *
 * @param hash SHA-256 of it
 * @param redirectUri what the client says it is bound to; null for a refresh token
 */
record Proof(String applicationId, String clientId, byte[] hash, String redirectUri) {

  static Proof of(String applicationId, String clientId, String secret, String redirectUri) {
    return new Proof(applicationId, clientId, Digests.sha256(secret), redirectUri);
  }
}

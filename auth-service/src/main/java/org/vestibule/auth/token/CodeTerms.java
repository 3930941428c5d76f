package org.vestibule.auth.token;

/**
 * What an authorization code is bound to.
 *
 * @param redirectUri must be repeated at the exchange
 * @param transactionState JSON that the exchange returns; null = none
 * @param mailedTo SHA-256 of the address of somebody who forgot the password; null = not mailed
 */
public record CodeTerms(String redirectUri, String transactionState, String mailedTo) {

  /** A code of a sign-in. */
  public static CodeTerms of(String redirectUri) {
    return new CodeTerms(redirectUri, null, null);
  }

  /** Whether it was mailed to somebody who forgot the password. */
  boolean recovers() {
    return mailedTo != null;
  }
}

package org.vestibule.auth.token;

/**
 * What an authorization code is bound to.
 *
 * @param redirectUri must be repeated at the exchange
 * @param transactionState JSON that the exchange returns; null = none
 * @param recovers mailed to somebody who forgot the password
 */
public record CodeTerms(String redirectUri, String transactionState, boolean recovers) {

  /** A code of a sign-in. */
  public static CodeTerms of(String redirectUri) {
    return new CodeTerms(redirectUri, null, false);
  }
}

package org.vestibule.auth.exchange;

/**
 * What an exchange gives.
 *
 * @param seconds life of the access token
 * @param transactionState JSON that came with the code; null = none
 */
record ExchangedTokens(
    String accessToken, long seconds, String refreshToken, String transactionState) {

  @Override
  public String toString() {
    return "ExchangedTokens[***]";
  }
}

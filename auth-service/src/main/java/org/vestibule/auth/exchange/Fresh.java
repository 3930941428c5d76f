package org.vestibule.auth.exchange;

import java.time.Instant;
import org.vestibule.auth.token.Lifetimes;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.crypto.SecretSource;

/** A new pair of tokens that is handed out if the old proof was good. */
record Fresh(String accessToken, String refreshToken, Lifetimes lifetimes, Instant now) {

  static Fresh draw(SecretSource secrets, Lifetimes lifetimes, Instant now) {
    return new Fresh(secrets.token(), secrets.token(), lifetimes, now);
  }

  byte[] accessHash() {
    return Digests.sha256(accessToken);
  }

  byte[] refreshHash() {
    return Digests.sha256(refreshToken);
  }

  Instant accessEnd() {
    return now.plus(lifetimes.accessToken());
  }

  Instant refreshEnd() {
    return now.plus(lifetimes.refresh());
  }

  ExchangedTokens handedOut(String transactionState) {
    return new ExchangedTokens(
        accessToken, lifetimes.accessToken().toSeconds(), refreshToken, transactionState);
  }

  @Override
  public String toString() {
    return "Fresh[***]";
  }
}

package org.vestibule.auth.factor.code;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.vestibule.platform.crypto.Keyring;
import org.vestibule.platform.crypto.SecretSource;

/** Draws codes and hashes them by the keyring, without which six digits are soon found out. */
@Singleton
class CodeSecrets {
  private static final int DIGITS = 6;

  private final SecretSource secrets;
  private final Keyring keyring;

  CodeSecrets(SecretSource secrets, Keyring keyring) {
    this.secrets = secrets;
    this.keyring = keyring;
  }

  String draw() {
    return secrets.digits(DIGITS);
  }

  /** The hash to store. */
  String hash(UUID challenge, UUID record, String code) {
    return hashes(challenge, record, code).get(0);
  }

  /** All hashes that the code may be stored under: a key may have become the writing one since. */
  List<String> hashes(UUID challenge, UUID record, String code) {
    return keyring.hashes("factor_code", "code_hash", challenge.toString(), record + " " + code);
  }
}

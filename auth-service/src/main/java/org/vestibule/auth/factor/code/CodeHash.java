package org.vestibule.auth.factor.code;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.vestibule.platform.crypto.Keyring;

/** Keyed hashes of codes: without the keyring a stored one says nothing about six digits. */
@ApplicationScoped
class CodeHash {
  private final Keyring keyring;

  CodeHash(Keyring keyring) {
    this.keyring = keyring;
  }

  /** The hash to store. */
  String of(UUID challenge, UUID record, String code) {
    return all(challenge, record, code).get(0);
  }

  /** All hashes that the code may be stored under: a key may have become the writing one since. */
  List<String> all(UUID challenge, UUID record, String code) {
    return keyring.hashes("factor_code", "code_hash", challenge.toString(), record + " " + code);
  }
}

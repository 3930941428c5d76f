package org.vestibule.hosted.keys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.vestibule.platform.crypto.Keyring;
import org.vestibule.platform.id.IdSource;
import org.vestibule.platform.json.Json;

/** Generates and seals keys; slow, so for worker threads. */
@Singleton
class SigningKeys {
  private static final String TABLE = "signing_key";
  private static final String COLUMN = "private_key";

  private final Keyring keyring;
  private final IdSource ids;
  private final Clock clock;

  SigningKeys(Keyring keyring, IdSource ids, Clock clock) {
    this.keyring = keyring;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * The keys that a customer starts with: three of RS256, so that the set never grows or shrinks.
   */
  List<SigningKey> initial(UUID customerId) {
    Instant now = clock.instant();
    return List.of(
        generate(customerId, KeyAlgorithm.RS256, KeyState.previous, now),
        generate(customerId, KeyAlgorithm.RS256, KeyState.current, now),
        generate(customerId, KeyAlgorithm.RS256, KeyState.next, now),
        generate(customerId, KeyAlgorithm.ES256, KeyState.current, now),
        generate(customerId, KeyAlgorithm.EdDSA, KeyState.current, now));
  }

  /** The key that will sign after the next rotation. */
  SigningKey next(UUID customerId) {
    return generate(customerId, KeyAlgorithm.RS256, KeyState.next, clock.instant());
  }

  private SigningKey generate(
      UUID customerId, KeyAlgorithm algorithm, KeyState state, Instant now) {
    KeyPair pair = algorithm.generate();
    ObjectNode jwk = algorithm.jwk(pair.getPublic());
    SigningKey key = new SigningKey();
    key.id = ids.uuid();
    key.customerId = customerId;
    key.kid = PublicJwk.kid(jwk);
    key.algorithm = algorithm.name();
    key.state = state.name();
    key.publicJwk = Json.write(jwk);
    key.privateKey = seal(key.id, pair.getPrivate().getEncoded());
    key.createdAt = now;
    key.since = now;
    return key;
  }

  private String seal(UUID id, byte[] pkcs8) {
    String text = Base64.getEncoder().encodeToString(pkcs8);
    return keyring.seal(TABLE, COLUMN, id.toString(), text);
  }
}

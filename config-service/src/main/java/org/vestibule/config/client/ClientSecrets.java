package org.vestibule.config.client;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.crypto.Keyring;
import org.vestibule.platform.crypto.SecretSource;
import org.vestibule.platform.id.IdSource;

/** Makes, opens and compares the secrets of API clients. */
@Singleton
class ClientSecrets {
  private static final String TABLE = "api_client_secret";
  private static final String COLUMN = "secret";
  private static final int LENGTH = 32;

  private final Keyring keyring;
  private final SecretSource source;
  private final IdSource ids;

  ClientSecrets(Keyring keyring, SecretSource source, IdSource ids) {
    this.keyring = keyring;
    this.source = source;
    this.ids = ids;
  }

  ApiClientSecret fresh(String applicationId, String clientId, Instant now) {
    return seal(applicationId, clientId, source.lowerAlphanumeric(LENGTH), now);
  }

  String freshClientId() {
    return source.lowerAlphanumeric(LENGTH);
  }

  private ApiClientSecret seal(String applicationId, String clientId, String plain, Instant now) {
    UUID id = ids.uuid();
    ApiClientSecret row = new ApiClientSecret();
    row.id = id;
    row.applicationId = applicationId;
    row.clientId = clientId;
    row.secret = keyring.seal(TABLE, COLUMN, id.toString(), plain);
    row.sha256 = Digests.sha256Hex(plain);
    row.createdAt = now;
    return row;
  }

  String open(ApiClientSecret row) {
    return keyring.open(TABLE, COLUMN, row.id.toString(), row.secret);
  }

  /** Whether the text is one of the secrets; every secret is compared, whichever matches. */
  boolean matches(List<ApiClientSecret> live, String presented) {
    String hash = Digests.sha256Hex(presented);
    boolean found = false;
    for (ApiClientSecret secret : live) {
      found |= Digests.constantTimeEquals(secret.sha256, hash);
    }
    return found;
  }
}

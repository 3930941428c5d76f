package org.vestibule.hosted.client;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.crypto.Keyring;
import org.vestibule.platform.crypto.SecretSource;
import org.vestibule.platform.id.IdSource;
import org.vestibule.platform.sql.Tx;

/** OIDC clients of a customer (hosted-login.md 14). */
@Singleton
public class OidcClientService {
  private static final String TABLE = "oidc_client_secret";
  private static final String COLUMN = "secret";
  private static final int SECRET_BYTES = 64;

  private final OidcClientRepository clients;
  private final Keyring keyring;
  private final SecretSource secrets;
  private final IdSource ids;
  private final Clock clock;

  OidcClientService(
      OidcClientRepository clients,
      Keyring keyring,
      SecretSource secrets,
      IdSource ids,
      Clock clock) {
    this.clients = clients;
    this.keyring = keyring;
    this.secrets = secrets;
    this.ids = ids;
    this.clock = clock;
  }

  /** Gives a new customer the client that gets administrative tokens. */
  public Uni<Void> insertConfigurationClient(Tx tx, UUID customerId, UUID tokenPolicyId) {
    OidcClient client = new OidcClient();
    client.id = ids.uuid();
    client.customerId = customerId;
    client.name = "Configuration";
    client.type = "confidential";
    client.tokenPolicyId = tokenPolicyId;
    client.createdAt = clock.instant();
    return clients.insert(tx, client, secret(client, client.createdAt));
  }

  private OidcClientSecret secret(OidcClient client, Instant now) {
    String plain = secrets.urlSafe(SECRET_BYTES);
    OidcClientSecret secret = new OidcClientSecret();
    secret.id = ids.uuid();
    secret.customerId = client.customerId;
    secret.clientId = client.id;
    secret.secret = keyring.seal(TABLE, COLUMN, secret.id.toString(), plain);
    secret.sha256 = Digests.sha256Hex(plain);
    secret.createdAt = now;
    return secret;
  }

  /** The customer's configuration client with its sealed secret, or empty. */
  public Uni<Optional<SealedClient>> configurationClient(Tx tx, UUID customerId) {
    return clients
        .configurationSecret(tx, customerId)
        .map(it -> it.map(row -> new SealedClient(row.clientId, row.id, row.secret)));
  }
}

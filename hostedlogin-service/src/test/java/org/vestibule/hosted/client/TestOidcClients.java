package org.vestibule.hosted.client;

import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.vestibule.hosted.policy.TestPolicies;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.loop.SafeContext;
import org.vestibule.platform.sql.SessionTransactions;

/** Makes OIDC clients of every kind. */
@Singleton
public class TestOidcClients {
  public static final String SECRET = "s3cr3t/with+odd%characters";

  private final OidcClientRepository clients;
  private final TestPolicies policies;
  private final SessionTransactions transactions;
  private final Vertx vertx;

  TestOidcClients(
      OidcClientRepository clients,
      TestPolicies policies,
      SessionTransactions transactions,
      Vertx vertx) {
    this.clients = clients;
    this.policies = policies;
    this.transactions = transactions;
    this.vertx = vertx;
  }

  /** A configuration client whose policy allows these scopes; its secret is {@link #SECRET}. */
  public UUID configuration(UUID customerId, String... scopes) {
    return insert(customerId, "confidential", null, policies.token(customerId, scopes));
  }

  /** A client with this token policy. */
  public UUID withPolicy(UUID customerId, UUID tokenPolicyId) {
    return insert(customerId, "confidential", null, tokenPolicyId);
  }

  /** A confidential login client. */
  public UUID login(UUID customerId, String... scopes) {
    return insert(
        customerId, "confidential", policies.login(customerId), policies.token(customerId, scopes));
  }

  /** A public login client. */
  public UUID ofPublic(UUID customerId) {
    return insert(
        customerId, "public", policies.login(customerId), policies.token(customerId, "openid"));
  }

  private UUID insert(UUID customerId, String type, UUID loginPolicy, UUID tokenPolicy) {
    OidcClient client = new OidcClient();
    client.id = UUID.randomUUID();
    client.customerId = customerId;
    client.name = "client " + client.id;
    client.type = type;
    client.redirectUris = new String[] {"https://shop.example.com/cb", "com.example.app:/cb"};
    client.loginPolicyId = loginPolicy;
    client.tokenPolicyId = tokenPolicy;
    client.createdAt = Instant.now();
    List<OidcClientSecret> secrets =
        type.equals("public")
            ? List.of()
            : List.of(
                secret(client, SECRET, null),
                secret(client, "expired", Instant.now().minusSeconds(60)),
                secret(client, "expiring", Instant.now().plusSeconds(60)));
    SafeContext.await(
        vertx,
        () ->
            transactions.run(
                tx ->
                    tx.session()
                        .persist(client)
                        .call(tx.session()::flush)
                        .chain(() -> tx.session().persistAll(secrets.toArray()))),
        Duration.ofSeconds(5));
    return client.id;
  }

  private static OidcClientSecret secret(OidcClient client, String plain, Instant expiresAt) {
    OidcClientSecret secret = new OidcClientSecret();
    secret.id = UUID.randomUUID();
    secret.customerId = client.customerId;
    secret.clientId = client.id;
    secret.secret = "v1.none";
    secret.sha256 = Digests.sha256Hex(plain);
    secret.createdAt = Instant.now();
    secret.expiresAt = expiresAt;
    return secret;
  }
}

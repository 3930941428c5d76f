package org.vestibule.hosted.policy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.vestibule.platform.loop.SafeContext;
import org.vestibule.platform.sql.SessionTransactions;
import org.vestibule.platform.sql.Tx;

/** Makes policies. */
@Singleton
public class TestPolicies {
  public static final String RESOURCE = "https://api.example.com/";
  public static final int LIFETIME = 600;

  private final PolicyRepository policies;
  private final PolicyService service;
  private final SessionTransactions transactions;
  private final Vertx vertx;

  TestPolicies(
      PolicyRepository policies,
      PolicyService service,
      SessionTransactions transactions,
      Vertx vertx) {
    this.policies = policies;
    this.service = service;
    this.transactions = transactions;
    this.vertx = vertx;
  }

  /** A token policy that allows these scopes and one resource. */
  public UUID token(UUID customerId, String... scopes) {
    return insert(customerId, "client_credentials", scopes);
  }

  /** A token policy that does not allow client_credentials. */
  public UUID tokenForUsersOnly(UUID customerId) {
    return insert(customerId, "authorization_code", "*:**");
  }

  private UUID insert(UUID customerId, String grantType, String... scopes) {
    TokenPolicy policy =
        TokenPolicy.of(UUID.randomUUID(), customerId, "Test", Instant.now(), scopes);
    policy.accessTokenLifetime = LIFETIME;
    policy.allowedGrantTypes = new String[] {grantType};
    policy.allowedResourceIndicators = new String[] {RESOURCE};
    run(tx -> policies.insert(tx, policy));
    return policy.id;
  }

  /** A login policy. */
  public UUID login(UUID customerId) {
    IdentityStore store = new IdentityStore("shop.example.com", "app", "user", "owner", "secret");
    return run(tx -> service.insertLoginPolicy(tx, customerId, "Test", store));
  }

  private <T> T run(Function<Tx, Uni<T>> work) {
    return SafeContext.await(vertx, () -> transactions.run(work), Duration.ofSeconds(5));
  }
}

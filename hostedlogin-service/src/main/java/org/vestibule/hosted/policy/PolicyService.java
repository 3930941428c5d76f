package org.vestibule.hosted.policy;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.vestibule.platform.crypto.Keyring;
import org.vestibule.platform.id.IdSource;
import org.vestibule.platform.sql.Tx;

/** Login, token and session policies (hosted-login.md 11.2, 15, 16). */
@Singleton
public class PolicyService {
  private static final String[] LOGIN_SCOPES = {"openid", "profile", "email", "address", "phone"};
  private static final String EVERYTHING = "*:**";

  private final PolicyRepository policies;
  private final Keyring keyring;
  private final IdSource ids;
  private final Clock clock;

  PolicyService(PolicyRepository policies, Keyring keyring, IdSource ids, Clock clock) {
    this.policies = policies;
    this.keyring = keyring;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Gives a new customer its session policy and two token policies; returns the id of the one for
   * the configuration client.
   */
  public Uni<UUID> insertInitial(Tx tx, UUID customerId) {
    TokenPolicy login =
        TokenPolicy.of(ids.uuid(), customerId, "Default", clock.instant(), LOGIN_SCOPES);
    TokenPolicy administration =
        TokenPolicy.of(ids.uuid(), customerId, "Administration", clock.instant(), EVERYTHING);
    return policies
        .insert(tx, SessionPolicy.of(customerId), login, administration)
        .replaceWith(administration.id);
  }

  /** Makes the login policy of a new application and returns its id. */
  public Uni<UUID> insertLoginPolicy(Tx tx, UUID customerId, String title, IdentityStore store) {
    LoginPolicy policy = new LoginPolicy();
    policy.id = ids.uuid();
    policy.customerId = customerId;
    policy.title = title;
    policy.domain = store.domain();
    policy.applicationId = store.applicationId();
    policy.entityType = store.entityType();
    policy.apiClientId = store.clientId();
    policy.apiClientSecret = seal(policy.id, store.clientSecret());
    policy.createdAt = clock.instant();
    return policies.insert(tx, policy).replaceWith(policy.id);
  }

  private String seal(UUID id, String secret) {
    return keyring.seal("login_policy", "api_client_secret", id.toString(), secret);
  }
}

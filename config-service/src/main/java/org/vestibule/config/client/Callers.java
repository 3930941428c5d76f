package org.vestibule.config.client;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.vestibule.config.application.ApplicationService;
import org.vestibule.config.wire.ConfigError;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.problem.ProblemException;
import org.vestibule.platform.sql.SessionTransactions;
import org.vestibule.platform.sql.Tx;

/**
 * Authenticates callers of {@code /config} by HTTP Basic against the stored clients, not a cache: a
 * reset secret is refused at once.
 */
@Singleton
public class Callers {
  private final SessionTransactions transactions;
  private final ClientRepository clients;
  private final ApplicationService applications;
  private final ClientSecrets secrets;
  private final Clock clock;

  Callers(
      SessionTransactions transactions,
      ClientRepository clients,
      ApplicationService applications,
      ClientSecrets secrets,
      Clock clock) {
    this.transactions = transactions;
    this.clients = clients;
    this.applications = applications;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** The caller, or the refusal in the order of configuration.md 0.5. */
  public Uni<Caller> require(EdgeRequest request, String applicationId, Permission permission) {
    return require(
        request,
        (tx, clientId) -> clients.find(tx, applicationId, clientId),
        client -> permission.admits(client, request.address()));
  }

  /** The same for a path that names no application. */
  public Uni<Caller> requireAnywhere(EdgeRequest request, Permission permission) {
    return require(
        request, clients::findAnywhere, client -> permission.admits(client, request.address()));
  }

  /** An owner, or the client of this id itself. */
  public Uni<Caller> requireOwnerOrSelf(
      EdgeRequest request, String applicationId, String clientId) {
    return require(
        request,
        (tx, id) -> clients.find(tx, applicationId, id),
        client -> Permission.admitsOwnerOrSelf(client, clientId, request.address()));
  }

  private Uni<Caller> require(EdgeRequest request, LookUp lookUp, Predicate<ApiClient> permission) {
    return BasicCredentials.parse(request.header("Authorization"))
        .map(given -> transactions.read(tx -> authenticate(tx, lookUp, given)))
        .orElseGet(Callers::unauthenticated)
        .invoke(known -> requirePermission(permission.test(known.client)))
        .map(known -> known.caller(request));
  }

  /** The client of another application whose credentials a request carries beside its own. */
  public Uni<Caller> requireOther(
      EdgeRequest request, String applicationId, ClientCredentials given, Permission permission) {
    BasicCredentials credentials = new BasicCredentials(given.id(), given.secret());
    return transactions
        .read(
            tx -> authenticate(tx, (its, id) -> clients.find(its, applicationId, id), credentials))
        .onFailure(ProblemException.class)
        .transform(refused -> ConfigError.FORBIDDEN.problem().exception())
        .invoke(known -> requirePermission(permission.admits(known.client, request.address())))
        .map(known -> known.caller(request));
  }

  private Uni<Known> authenticate(Tx tx, LookUp lookUp, BasicCredentials given) {
    return lookUp
        .find(tx, given.clientId())
        .chain(client -> withSecrets(tx, client))
        .chain(
            found ->
                isSecretOf(found, given.secret())
                    ? Uni.createFrom().item(found.get())
                    : unauthenticated());
  }

  private Uni<Optional<Known>> withSecrets(Tx tx, Optional<ApiClient> client) {
    return client
        .map(
            it ->
                clients
                    .secrets(tx, it.applicationId, it.id)
                    .chain(rows -> withCustomer(tx, it, rows)))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }

  private Uni<Optional<Known>> withCustomer(Tx tx, ApiClient client, List<ApiClientSecret> rows) {
    return applications
        .customerOf(tx, client.applicationId)
        .map(customer -> customer.map(it -> new Known(client, rows, it)));
  }

  private boolean isSecretOf(Optional<Known> found, String secret) {
    List<ApiClientSecret> live =
        found.map(Known::secrets).orElse(List.of()).stream()
            .filter(it -> it.isLive(clock.instant()))
            .toList();
    return secrets.matches(live, secret);
  }

  private static void requirePermission(boolean isAdmitted) {
    if (!isAdmitted) {
      throw ConfigError.FORBIDDEN.problem().exception();
    }
  }

  private static <T> Uni<T> unauthenticated() {
    return Uni.createFrom().failure(() -> ConfigError.UNAUTHENTICATED.problem().exception());
  }

  /** How the client of an id is found. */
  private interface LookUp {
    Uni<Optional<ApiClient>> find(Tx tx, String clientId);
  }

  private record Known(ApiClient client, List<ApiClientSecret> secrets, UUID customerId) {
    Caller caller(EdgeRequest request) {
      return new Caller(
          client.id, client.applicationId, customerId, request.context().withClient(client.id));
    }
  }
}

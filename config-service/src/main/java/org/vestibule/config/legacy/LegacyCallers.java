package org.vestibule.config.legacy;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.vestibule.config.application.ApplicationService;
import org.vestibule.config.application.DomainView;
import org.vestibule.config.client.ClientIdentities;
import org.vestibule.platform.capture.caller.ClientSecrets;
import org.vestibule.platform.capture.caller.Credentials;
import org.vestibule.platform.capture.directory.ClientView;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.CaptureRequest;
import org.vestibule.platform.capture.request.ParameterStyle;
import org.vestibule.platform.http.EdgeRequest;

/**
 * Finds out who calls an operation of this family: host (224), credentials (205, 402), allow list
 * (403). Tokens of users open nothing here.
 */
@Singleton
class LegacyCallers {
  private final ApplicationService applications;
  private final ClientIdentities clients;
  private final ClientSecrets secrets;

  LegacyCallers(ApplicationService applications, ClientIdentities clients, ClientSecrets secrets) {
    this.applications = applications;
    this.clients = clients;
    this.secrets = secrets;
  }

  /** A call of an owner. */
  Uni<LegacyCall> owner(RoutingContext routing) {
    return any(routing).invoke(LegacyCall::requireOwner);
  }

  /** A call of any client. */
  Uni<LegacyCall> any(RoutingContext routing) {
    EdgeRequest edge = EdgeRequest.of(routing);
    return Uni.createFrom()
        .deferred(() -> applications.ofHost(edge.host()))
        .map(it -> it.orElseThrow(() -> CaptureProblem.applicationNotFound().exception()))
        .chain(domain -> authenticate(CaptureRequest.of(edge, ParameterStyle.SETTINGS), domain));
  }

  private Uni<LegacyCall> authenticate(CaptureRequest request, DomainView domain) {
    return Credentials.of(request)
        .fold(
            secret -> bySecret(domain, secret),
            signed -> bySignature(request, domain, signed),
            token -> CaptureProblem.clientPermissionError().<ClientView>fail())
        .invoke(client -> requireAddress(client, request))
        .map(client -> new LegacyCall(request, client));
  }

  private Uni<ClientView> bySecret(DomainView domain, Credentials.Secret given) {
    return client(domain, given.clientId()).invoke(it -> requireSecret(it, given.secret()));
  }

  private Uni<ClientView> bySignature(
      CaptureRequest request, DomainView domain, Credentials.Signed signed) {
    return client(domain, signed.clientId())
        .invoke(it -> secrets.requireSigned(it, request, signed.signature()));
  }

  private Uni<ClientView> client(DomainView domain, String clientId) {
    return clients.find(domain, clientId).map(LegacyCallers::known);
  }

  private static ClientView known(Optional<ClientView> found) {
    return found.orElseThrow(() -> CaptureProblem.invalidClientCredentials().exception());
  }

  private void requireSecret(ClientView client, String secret) {
    if (!secrets.isSecretOf(client, secret)) {
      throw CaptureProblem.invalidClientCredentials().exception();
    }
  }

  private static void requireAddress(ClientView client, CaptureRequest request) {
    if (!client.admits(request.edge().address())) {
      throw CaptureProblem.clientPermissionError().exception();
    }
  }
}

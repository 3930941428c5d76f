package org.vestibule.platform.capture.caller;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.vestibule.platform.capture.directory.ClientView;
import org.vestibule.platform.capture.directory.ConfigDirectory;
import org.vestibule.platform.capture.directory.DomainView;
import org.vestibule.platform.capture.directory.TokenDirectory;
import org.vestibule.platform.capture.directory.TokenGrant;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.CaptureRequest;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.http.CallContext;

/**
 * Finds out who calls an operation of the registration domain and whether the caller may: host
 * (224), credentials (402, 413, 414), application (402), allow list and features (403).
 */
@Singleton
public class CallerAuthentication {
  private final ConfigDirectory directory;
  private final TokenDirectory tokens;
  private final ClientSecrets secrets;
  private final Clock clock;

  /** Takes the directories and the check of secrets. */
  public CallerAuthentication(
      ConfigDirectory directory, TokenDirectory tokens, ClientSecrets secrets, Clock clock) {
    this.directory = directory;
    this.tokens = tokens;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** The caller of an operation that demands credentials. */
  public Uni<Caller> authenticate(CaptureRequest request, CaptureOperation operation) {
    return Uni.createFrom()
        .deferred(() -> domainOf(request))
        .chain(domain -> byCredentials(request, domain))
        .invoke(caller -> requirePermission(caller, operation, request));
  }

  /**
   * The login client of a {@code *_native} call, named by its id alone; a Basic header that comes
   * with it must be right and name the same client.
   */
  public Uni<Caller> nativeClient(CaptureRequest request, String clientId) {
    return nativeClient(request, clientId, true);
  }

  /**
   * The same for a call that the client's list of addresses may not limit (authentication.md 10.9).
   */
  public Uni<Caller> nativeClient(
      CaptureRequest request, String clientId, boolean isLimitedToAddresses) {
    return Uni.createFrom()
        .deferred(() -> domainOf(request))
        .chain(domain -> clientOf(clientId, domain))
        .invoke(client -> requireMatchingHeader(request, client))
        .invoke(CallerAuthentication::requireLoginClient)
        .invoke(client -> requireAddress(client, request, isLimitedToAddresses))
        .map(client -> callerOf(client, request));
  }

  /**
   * The client that a one-time token was made for, which the asking service has looked up; other
   * credentials that come with the token must be right and name the same client.
   */
  public Uni<Caller> holder(CaptureRequest request, TokenGrant grant) {
    return Uni.createFrom()
        .deferred(() -> domainOf(request))
        .chain(domain -> clientOf(grant.clientId(), domain))
        .invoke(client -> requireSameClient(request, client))
        .invoke(client -> requireAddress(client, request, true))
        .map(client -> holderOf(client, grant, request));
  }

  private Uni<DomainView> domainOf(CaptureRequest request) {
    return directory
        .applicationOfHost(request.edge().host())
        .map(found -> found.orElseThrow(() -> CaptureProblem.applicationNotFound().exception()));
  }

  private Uni<Caller> byCredentials(CaptureRequest request, DomainView domain) {
    return Credentials.of(request)
        .fold(
            secret -> bySecret(request, domain, secret),
            signed -> bySignature(request, domain, signed),
            token -> byToken(request, domain, token.token()));
  }

  private Uni<Caller> bySecret(
      CaptureRequest request, DomainView domain, Credentials.Secret given) {
    return clientOf(given.clientId(), domain)
        .invoke(client -> requireSecret(client, given.secret()))
        .map(client -> callerOf(client, request));
  }

  private Uni<Caller> bySignature(
      CaptureRequest request, DomainView domain, Credentials.Signed signed) {
    return clientOf(signed.clientId(), domain)
        .invoke(client -> secrets.requireSigned(client, request, signed.signature()))
        .map(client -> callerOf(client, request));
  }

  private Uni<Caller> byToken(CaptureRequest request, DomainView domain, String token) {
    return tokens
        .resolve(token, request.edge().context())
        .invoke(grant -> requireLive(grant, domain))
        .chain(
            grant ->
                clientOfToken(grant).map(client -> tokenCaller(client, grant, token, request)));
  }

  private Uni<ClientView> clientOf(String clientId, DomainView domain) {
    return directory
        .client(clientId)
        .map(found -> found.filter(it -> it.applicationId().equals(domain.applicationId())))
        .map(
            found ->
                found.orElseThrow(() -> CaptureProblem.invalidClientCredentials().exception()));
  }

  private Uni<ClientView> clientOfToken(TokenGrant grant) {
    return directory
        .client(grant.clientId())
        .map(found -> found.filter(it -> it.applicationId().equals(grant.applicationId())))
        .map(found -> found.orElseThrow(() -> CaptureProblem.noAccessGrant().exception()));
  }

  private void requireLive(TokenGrant grant, DomainView domain) {
    TokenGrant.State state = grant.stateAt(clock.instant());
    if (state == TokenGrant.State.unknown
        || !domain.applicationId().equals(grant.applicationId())) {
      throw CaptureProblem.noAccessGrant().exception();
    }
    if (state != TokenGrant.State.active) {
      throw CaptureProblem.accessTokenExpired().exception();
    }
  }

  private void requireSecret(ClientView client, String secret) {
    if (!secrets.isSecretOf(client, secret)) {
      throw CaptureProblem.invalidClientCredentials().exception();
    }
  }

  private void requireMatchingHeader(CaptureRequest request, ClientView client) {
    Credentials.header(request)
        .filter(Credentials.Secret.class::isInstance)
        .map(Credentials.Secret.class::cast)
        .filter(it -> !isProof(client, it))
        .ifPresent(
            wrong -> {
              throw CaptureProblem.invalidClientCredentials().exception();
            });
  }

  private void requireSameClient(CaptureRequest request, ClientView client) {
    boolean isNamed =
        request.parameters().filled("client_id").stream().allMatch(client.id()::equals);
    boolean isProved =
        Credentials.find(request)
            .map(
                given ->
                    given.fold(
                        secret -> isProof(client, secret),
                        signed -> isProof(client, request, signed),
                        token -> true))
            .orElse(true);
    if (!isNamed || !isProved) {
      throw CaptureProblem.invalidClientCredentials().exception();
    }
  }

  private boolean isProof(ClientView client, Credentials.Secret given) {
    return given.clientId().equals(client.id()) && secrets.isSecretOf(client, given.secret());
  }

  private boolean isProof(ClientView client, CaptureRequest request, Credentials.Signed given) {
    if (!given.clientId().equals(client.id())) {
      return false;
    }
    secrets.requireSigned(client, request, given.signature());
    return true;
  }

  private static void requireLoginClient(ClientView client) {
    if (!CaptureOperation.NATIVE.allows(client)) {
      throw CaptureProblem.notALoginClient().exception();
    }
  }

  private static void requirePermission(
      Caller caller, CaptureOperation operation, CaptureRequest request) {
    boolean allowed =
        caller.isToken() ? operation.allowsToken() : operation.allows(caller.client());
    if (!allowed) {
      throw CaptureProblem.clientPermissionError().exception();
    }
    requireAddress(caller.client(), request, operation.isLimitedToAddresses());
  }

  private static void requireAddress(ClientView client, CaptureRequest request, boolean isLimited) {
    if (isLimited && !client.admits(request.edge().address())) {
      throw CaptureProblem.clientPermissionError().exception();
    }
  }

  private static Caller callerOf(ClientView client, CaptureRequest request) {
    return new Caller(client, Optional.empty(), Optional.empty(), contextOf(client, request));
  }

  private static Caller tokenCaller(
      ClientView client, TokenGrant grant, String token, CaptureRequest request) {
    Optional<String> hash = Optional.of(Digests.sha256Hex(token));
    return new Caller(client, Optional.of(grant), hash, contextOf(client, request));
  }

  private static Caller holderOf(ClientView client, TokenGrant grant, CaptureRequest request) {
    return new Caller(client, Optional.of(grant), Optional.empty(), contextOf(client, request));
  }

  private static CallContext contextOf(ClientView client, CaptureRequest request) {
    return request.edge().context().withClient(client.id());
  }
}

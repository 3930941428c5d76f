package org.vestibule.hosted.token;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vestibule.hosted.customer.CustomerService;
import org.vestibule.hosted.wire.OAuthError;
import org.vestibule.hosted.wire.OAuthProblem;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.problem.ProblemException;
import org.vestibule.platform.scope.AdminGrant;
import org.vestibule.platform.sql.SqlTransactions;

/** Issues and resolves tokens (hosted-login.md 2). */
@Singleton
public class TokenService {
  private final CustomerService customers;
  private final TokenClientRepository clients;
  private final TokenRepository tokens;
  private final Map<String, Grant> grants;
  private final SqlTransactions transactions;
  private final Clock clock;

  TokenService(
      CustomerService customers,
      TokenClientRepository clients,
      TokenRepository tokens,
      @All List<Grant> grants,
      SqlTransactions transactions,
      Clock clock) {
    this.customers = customers;
    this.clients = clients;
    this.tokens = tokens;
    this.grants = grants.stream().collect(Collectors.toMap(Grant::type, Function.identity()));
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A token for the client that asks at the customer with the id in the path. */
  Uni<TokenReply> issue(String customerId, EdgeRequest request) {
    return customers.require(customerId).chain(it -> issue(it.id(), request));
  }

  private Uni<TokenReply> issue(UUID customerId, EdgeRequest request) {
    TokenForm form = TokenFormReader.read(request);
    form.require("grant_type");
    ClientProof proof = ClientProofReader.read(request, form);
    return transactions
        .read(tx -> clients.find(tx, customerId, proof.id(), clock.instant()))
        .chain(found -> answer(found, proof, form, request.header("Origin")));
  }

  private Uni<TokenReply> answer(
      Optional<TokenClient> found, ClientProof proof, TokenForm form, String origin) {
    Optional<String> reader = found.flatMap(it -> reader(it, origin));
    return Uni.createFrom()
        .item(() -> ClientCheck.require(found, proof))
        .chain(client -> grant(client, form.require("grant_type")).issue(client, form))
        .map(token -> new TokenReply(token, reader.orElse(null)))
        .onFailure(ProblemException.class)
        .transform(failure -> OAuthProblem.readableBy(reader, failure));
  }

  private static Optional<String> reader(TokenClient client, String origin) {
    return Optional.ofNullable(origin).filter(RedirectOrigins.of(client.redirectUris())::contains);
  }

  private Grant grant(TokenClient client, String type) {
    Grant grant = grants.get(type);
    if (grant == null) {
      throw OAuthError.unsupported_grant_type.because("grant_type is not supported").exception();
    }
    if (!client.policy().grantTypes().contains(type)) {
      throw OAuthError.unauthorized_client
          .because("the token policy does not allow this grant")
          .exception();
    }
    return grant;
  }

  /** What a token stands for, by the SHA-256 of it. */
  Uni<AdminGrant> resolve(byte[] hash) {
    return transactions
        .read(tx -> tokens.find(tx, hash, clock.instant()))
        .map(found -> found.orElseGet(AdminGrant::none));
  }
}

package org.vestibule.auth.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.vestibule.auth.token.CodeTerms;
import org.vestibule.auth.token.GrantOrder;
import org.vestibule.auth.token.Lifetimes;
import org.vestibule.auth.token.ResponseType;
import org.vestibule.auth.token.TokenService;

/** Makes access tokens and authorization codes for servers. */
@ApplicationScoped
public class AccessService {
  private final TokenService tokens;

  AccessService(TokenService tokens) {
    this.tokens = tokens;
  }

  Uni<String> token(AccessCall call) {
    Lifetimes lifetimes = Lifetimes.of(call.client()::setting);
    return tokens
        .issue(order(call, ResponseType.TOKEN, CodeTerms.of(""), lifetimes))
        .map(issued -> issued.accessToken().orElseThrow());
  }

  Uni<String> code(AccessCall call, CodeRequest request) {
    Lifetimes lifetimes = Lifetimes.of(call.client()::setting).withCode(request.lifetime());
    return tokens
        .issue(order(call, ResponseType.CODE, request.terms(), lifetimes))
        .map(issued -> issued.authorizationCode().orElseThrow());
  }

  private static GrantOrder order(
      AccessCall call, ResponseType type, CodeTerms terms, Lifetimes lifetimes) {
    return new GrantOrder(call.grantee(), type, terms, Optional.empty(), lifetimes, call.began());
  }
}

package org.vestibule.auth.access;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.vestibule.auth.events.AuthEvents;
import org.vestibule.auth.token.CodeTerms;
import org.vestibule.auth.token.GrantOrder;
import org.vestibule.auth.token.Lifetimes;
import org.vestibule.auth.token.ResponseType;
import org.vestibule.auth.token.TokenService;
import org.vestibule.platform.sql.SqlTransactions;

/** Makes access tokens and authorization codes for servers. */
@Singleton
public class AccessService {
  private final TokenService tokens;
  private final AuthEvents events;
  private final SqlTransactions transactions;

  AccessService(TokenService tokens, AuthEvents events, SqlTransactions transactions) {
    this.tokens = tokens;
    this.events = events;
    this.transactions = transactions;
  }

  Uni<String> token(AccessCall call) {
    Lifetimes lifetimes = Lifetimes.of(call.client()::setting);
    GrantOrder order = order(call, ResponseType.TOKEN, CodeTerms.of(""), lifetimes);
    return events
        .tokenIssued(
            call.applicationId(), call.entityType(), call.record(), call.caller().context())
        .map(told -> tokens.issuing(order).and(told))
        .call(issue -> transactions.write(issue.write()))
        .map(issue -> issue.tokens().accessToken().orElseThrow());
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

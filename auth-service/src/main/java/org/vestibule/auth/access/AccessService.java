package org.vestibule.auth.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.vestibule.auth.events.AuthEvents;
import org.vestibule.auth.token.CodeTerms;
import org.vestibule.auth.token.GrantOrder;
import org.vestibule.auth.token.IssuedTokens;
import org.vestibule.auth.token.Lifetimes;
import org.vestibule.auth.token.ResponseType;
import org.vestibule.auth.token.TokenService;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/** Makes access tokens and authorization codes for servers. */
@ApplicationScoped
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
    return transactions
        .run(tx -> token(tx, call, order))
        .map(issued -> issued.accessToken().orElseThrow());
  }

  /** Both statements are sent at once. */
  private Uni<IssuedTokens> token(Tx tx, AccessCall call, GrantOrder order) {
    return Uni.combine()
        .all()
        .unis(tokens.issue(tx, order), tell(tx, call))
        .with((issued, told) -> issued);
  }

  private Uni<Void> tell(Tx tx, AccessCall call) {
    return events.tokenIssued(
        tx, call.applicationId(), call.entityType(), call.record(), call.caller().context());
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

package org.vestibule.hosted.token;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import org.vestibule.hosted.discovery.Contribution;
import org.vestibule.hosted.discovery.Member;
import org.vestibule.hosted.discovery.Statement;

@Singleton
class TokenContribution implements Contribution {
  private final List<Grant> grants;

  TokenContribution(@All List<Grant> grants) {
    this.grants = grants;
  }

  @Override
  public List<Statement> statements() {
    return List.of(
        new Statement.Endpoint(Member.TOKEN_ENDPOINT, "/login/token"),
        new Statement.Supports(
            Member.GRANT_TYPES_SUPPORTED, grants.stream().map(Grant::type).toList()),
        new Statement.Supports(
            Member.TOKEN_ENDPOINT_AUTH_METHODS_SUPPORTED,
            List.of("client_secret_basic", "client_secret_post")));
  }
}

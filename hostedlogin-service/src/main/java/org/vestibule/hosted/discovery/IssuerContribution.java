package org.vestibule.hosted.discovery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class IssuerContribution implements Contribution {
  @Override
  public List<Statement> statements() {
    return List.of(new Statement.Endpoint(Member.ISSUER, "/login"));
  }
}

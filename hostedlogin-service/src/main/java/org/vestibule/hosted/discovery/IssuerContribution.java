package org.vestibule.hosted.discovery;

import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class IssuerContribution implements Contribution {
  @Override
  public List<Statement> statements() {
    return List.of(new Statement.Endpoint(Member.ISSUER, "/login"));
  }
}

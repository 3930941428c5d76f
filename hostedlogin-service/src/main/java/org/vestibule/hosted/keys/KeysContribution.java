package org.vestibule.hosted.keys;

import jakarta.inject.Singleton;
import java.util.List;
import org.vestibule.hosted.discovery.Contribution;
import org.vestibule.hosted.discovery.Member;
import org.vestibule.hosted.discovery.Statement;

@Singleton
class KeysContribution implements Contribution {
  @Override
  public List<Statement> statements() {
    return List.of(new Statement.Endpoint(Member.JWKS_URI, "/login/jwk"));
  }
}

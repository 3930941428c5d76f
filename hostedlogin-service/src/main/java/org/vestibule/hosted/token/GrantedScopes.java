package org.vestibule.hosted.token;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.vestibule.hosted.wire.OAuthError;
import org.vestibule.platform.scope.AdminScope;
import org.vestibule.platform.scope.AdminScopes;

/** The part of the requested scopes that the policy of a client allows (hosted-login.md 1.1). */
final class GrantedScopes {
  private static final String OF_USERS = "openid";
  private static final int LONGEST = 4_096;

  private GrantedScopes() {}

  /** At least one; everything that is allowed when nothing was asked for. */
  static List<String> of(TokenClient client, TokenForm form) {
    List<String> allowed = allowed(client);
    List<String> granted =
        form.get("scope").map(wanted -> covered(wanted, allowed)).orElse(allowed);
    if (granted.isEmpty()) {
      throw OAuthError.invalid_scope.because("none of the scopes is allowed").exception();
    }
    return granted;
  }

  /** No user stands behind such a token, so it never identifies one. */
  private static List<String> allowed(TokenClient client) {
    return client.policy().scopes().stream().filter(it -> !it.equals(OF_USERS)).toList();
  }

  private static List<String> covered(String wanted, List<String> allowed) {
    if (wanted.length() > LONGEST) {
      throw OAuthError.invalid_scope.because("scope is too long").exception();
    }
    return Stream.of(wanted.strip().split(" +")).distinct().filter(isCoveredBy(allowed)).toList();
  }

  private static Predicate<String> isCoveredBy(List<String> allowed) {
    AdminScopes administrative = AdminScopes.parse(allowed);
    return wanted ->
        allowed.contains(wanted)
            || AdminScope.parse(wanted).map(administrative::cover).orElse(false);
  }
}

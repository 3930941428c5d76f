package org.vestibule.platform.scope;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The permissions of an administrative token, or those that a policy allows. */
public record AdminScopes(List<AdminScope> all) {
  /** Keeps its own copy. */
  public AdminScopes {
    all = List.copyOf(all);
  }

  /** Reads scopes and leaves out what is not of their grammar. */
  public static AdminScopes parse(Collection<String> texts) {
    return new AdminScopes(
        texts.stream().map(AdminScope::parse).flatMap(Optional::stream).toList());
  }

  /**
   * Whether one scope permits a request; the path is as sent, below that of the customer and
   * without a leading slash.
   */
  public boolean permits(String method, String path) {
    return all.stream().anyMatch(it -> it.permits(method, path));
  }

  /** Whether everything that the wanted scope permits is permitted by these. */
  public boolean cover(AdminScope wanted) {
    return wanted.isForAnyMethod()
        ? all.stream().anyMatch(it -> it.isForAnyMethod() && it.coversPath(wanted))
        : wanted.methods().stream().allMatch(method -> coverMethod(method, wanted));
  }

  private boolean coverMethod(String method, AdminScope wanted) {
    return all.stream().anyMatch(it -> it.hasMethod(method) && it.coversPath(wanted));
  }
}

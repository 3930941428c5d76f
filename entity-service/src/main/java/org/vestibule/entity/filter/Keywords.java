package org.vestibule.entity.filter;

import java.util.Locale;
import java.util.Set;

/** Words that are never attributes. */
final class Keywords {
  private static final Set<String> ALL = Set.of("and", "or", "not", "is", "null");

  private Keywords() {}

  static boolean contains(Token token) {
    return token.kind() == Token.Kind.WORD && ALL.contains(token.text().toLowerCase(Locale.ROOT));
  }
}

package org.vestibule.auth.token;

import java.util.Optional;

/** What a sign-in or registration is answered with (authentication.md 5.1). */
public enum ResponseType {
  TOKEN(true, false),
  CODE(false, true),
  CODE_WITH_TOKEN(true, true);

  private final boolean token;
  private final boolean code;

  ResponseType(boolean token, boolean code) {
    this.token = token;
    this.code = code;
  }

  /** The type by its wire name; mobile clients have a spelling of their own. */
  public static Optional<ResponseType> of(String wire) {
    return switch (wire) {
      case "token" -> Optional.of(TOKEN);
      case "code" -> Optional.of(CODE);
      case "code_with_token", "code_and_token" -> Optional.of(CODE_WITH_TOKEN);
      default -> Optional.empty();
    };
  }

  public boolean hasToken() {
    return token;
  }

  public boolean hasCode() {
    return code;
  }
}

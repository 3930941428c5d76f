package org.vestibule.auth.nativecall;

import java.util.Optional;
import org.vestibule.platform.capture.request.CaptureRequest;

/** The access token of a native call: a parameter, or the {@code OAuth} header. */
public final class UserToken {
  static final String NAME = "access_token";
  private static final int LONGEST = 200;

  private UserToken() {}

  /** The token as it came; one that nobody could have issued counts as unknown, not as absent. */
  public static Optional<String> of(CaptureRequest request) {
    return request.parameters().filled(NAME).or(() -> header(request)).map(UserToken::bounded);
  }

  private static Optional<String> header(CaptureRequest request) {
    String header = request.edge().header("Authorization");
    String[] parts = header == null ? new String[0] : header.trim().split("\\s+", 2);
    boolean isToken =
        parts.length == 2
            && (parts[0].equalsIgnoreCase("OAuth") || parts[0].equalsIgnoreCase("Bearer"));
    return isToken ? Optional.of(parts[1].trim()) : Optional.empty();
  }

  private static String bounded(String token) {
    return token.substring(0, Math.min(token.length(), LONGEST));
  }
}

package org.vestibule.auth.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import org.vestibule.auth.token.CodeTerms;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.Parameters;
import org.vestibule.platform.json.Json;

/** The parameters of an authorization code (authentication.md 8.2). */
record CodeRequest(CodeTerms terms, Duration lifetime) {
  private static final int DEFAULT_SECONDS = 30;
  private static final int LONGEST_ADDRESS = 2048;
  private static final int LONGEST_STATE = 4096;

  static CodeRequest of(Parameters given) {
    String redirectUri = redirectUri(given.required("redirect_uri"));
    Duration lifetime = Seconds.of(given, "lifetime", Duration.ofSeconds(DEFAULT_SECONDS));
    String state = given.filled("transaction_state").map(CodeRequest::state).orElse(null);
    return new CodeRequest(new CodeTerms(redirectUri, state, null), lifetime);
  }

  private static String redirectUri(String text) {
    try {
      if (text.length() <= LONGEST_ADDRESS && new URI(text).isAbsolute()) {
        return text;
      }
    } catch (URISyntaxException notAnAddress) {
      // Told below.
    }
    throw CaptureProblem.invalidArgument("redirect_uri", "it is not an absolute URL").exception();
  }

  private static String state(String text) {
    try {
      if (text.length() <= LONGEST_STATE) {
        return Json.write(Json.parse(text));
      }
    } catch (Json.Malformed notJson) {
      // Told below.
    }
    throw CaptureProblem.invalidArgument("transaction_state", "it is not JSON of at most 4 KB")
        .exception();
  }
}

package org.vestibule.auth.nativecall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vestibule.auth.token.ResponseType;
import org.vestibule.platform.capture.directory.ClientView;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.Parameters;

/**
 * The protocol parameters of a native call, checked without the flow.
 *
 * @param locale empty when the call names none
 * @param redirectUri the empty text when there is none
 */
record NativeArguments(
    String flow,
    String version,
    Optional<String> locale,
    String redirectUri,
    ResponseType responseType,
    Optional<String> form,
    Optional<String> refreshSecret) {

  static NativeArguments of(Parameters given, ClientView client) {
    Optional<String> flow = given.filled("flow").or(() -> client.setting("default_flow_name"));
    Optional<String> version = version(given, client);
    Optional<ResponseType> type = ResponseType.of(given.filled("response_type").orElse("token"));
    Optional<String> redirectUri = given.filled("redirect_uri");
    List<String> missing = new ArrayList<>();
    require(flow, "flow", missing);
    require(version, "flow_version", missing);
    if (type.filter(ResponseType::hasCode).isPresent()) {
      require(redirectUri, "redirect_uri", missing);
    }
    if (!missing.isEmpty()) {
      throw CaptureProblem.missingArguments(missing).exception();
    }
    return new NativeArguments(
        flow.orElseThrow(),
        version.orElseThrow(),
        given.filled("locale"),
        redirectUri.map(NativeArguments::webAddress).orElse(""),
        type.orElseThrow(() -> invalid("response_type", "not a valid response type")),
        given.filled("form"),
        given.filled("refresh_secret").map(NativeArguments::refreshSecret));
  }

  /** A version named by the call must be a concrete one; a setting may say HEAD. */
  private static Optional<String> version(Parameters given, ClientView client) {
    return given.filled("flow_version").or(() -> client.setting("default_flow_version"));
  }

  private static void require(Optional<String> value, String name, List<String> missing) {
    if (value.isEmpty()) {
      missing.add(name);
    }
  }

  private static String webAddress(String uri) {
    boolean isWeb =
        uri.regionMatches(true, 0, "http:", 0, 5) || uri.regionMatches(true, 0, "https:", 0, 6);
    if (!isWeb || uri.indexOf('\0') >= 0) {
      throw invalid("redirect_uri", "must begin with http: or https:");
    }
    return uri;
  }

  private static String refreshSecret(String secret) {
    if (!secret.matches("[0-9a-fA-F]{40}")) {
      throw invalid("refresh_secret", "must be 40 hexadecimal digits");
    }
    return secret;
  }

  private static RuntimeException invalid(String name, String reason) {
    return CaptureProblem.invalidArgument(name, reason).exception();
  }
}

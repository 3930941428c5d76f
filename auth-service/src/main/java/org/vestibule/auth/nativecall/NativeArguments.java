package org.vestibule.auth.nativecall;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vestibule.auth.token.ResponseType;
import org.vestibule.platform.capture.directory.ClientView;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.CaptureRequest;
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

  static NativeArguments of(CaptureRequest request, ClientView client, NativeOperation operation) {
    Parameters given = meaningful(request.parameters(), operation);
    Optional<String> flow = given.filled("flow").or(() -> client.setting("default_flow_name"));
    Optional<String> version =
        given.filled("flow_version").or(() -> client.setting("default_flow_version"));
    List<String> missing = missing(given, flow.isPresent(), version.isPresent());
    addUnless(
        !operation.needsToken() || UserToken.of(request).isPresent(), UserToken.NAME, missing);
    requireNone(missing);
    return new NativeArguments(
        flow.orElseThrow(),
        version.orElseThrow(),
        given.filled("locale"),
        given.filled("redirect_uri").map(NativeArguments::webAddress).orElse(""),
        responseType(given)
            .orElseThrow(() -> invalid("response_type", "not a valid response type")),
        given.filled("form"),
        given.filled("refresh_secret").map(NativeArguments::refreshSecret));
  }

  /** The problem of a call that names no client, and so has no defaults either. */
  static CaptureProblem withoutClient(Parameters given) {
    List<String> missing = new ArrayList<>(List.of("client_id"));
    boolean hasFlow = given.filled("flow").isPresent();
    missing.addAll(missing(given, hasFlow, given.filled("flow_version").isPresent()));
    return CaptureProblem.missingArguments(missing);
  }

  private static Parameters meaningful(Parameters given, NativeOperation operation) {
    Map<String, String> values = new LinkedHashMap<>(given.values());
    values.keySet().removeIf(operation::ignores);
    return new Parameters(values);
  }

  private static void requireNone(List<String> missing) {
    if (!missing.isEmpty()) {
      throw CaptureProblem.missingArguments(missing).exception();
    }
  }

  /** What is missing, in the order of the operation's table; locale and form may come of a flow. */
  private static List<String> missing(Parameters given, boolean hasFlow, boolean hasVersion) {
    boolean isFlowKnown = hasFlow && hasVersion;
    boolean needsAddress = responseType(given).filter(ResponseType::hasCode).isPresent();
    List<String> missing = new ArrayList<>();
    addUnless(hasFlow, "flow", missing);
    addUnless(hasVersion, "flow_version", missing);
    addUnless(isFlowKnown || given.filled("locale").isPresent(), "locale", missing);
    addUnless(!needsAddress || given.filled("redirect_uri").isPresent(), "redirect_uri", missing);
    addUnless(isFlowKnown || given.filled("form").isPresent(), "form", missing);
    return missing;
  }

  private static void addUnless(boolean present, String name, List<String> missing) {
    if (!present) {
      missing.add(name);
    }
  }

  private static Optional<ResponseType> responseType(Parameters given) {
    return ResponseType.of(given.filled("response_type").orElse("token"));
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

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
    boolean isFlowless = isThin(given, operation) && (flow.isEmpty() || version.isEmpty());
    requireNone(
        missing(
            request,
            given,
            operation,
            new FlowNames(flow.isPresent(), version.isPresent(), isFlowless)));
    return new NativeArguments(
        isFlowless ? "" : flow.orElseThrow(),
        isFlowless ? "" : version.orElseThrow(),
        given.filled("locale"),
        given.filled("redirect_uri").map(NativeArguments::webAddress).orElse(""),
        responseType(given)
            .orElseThrow(() -> invalid("response_type", "not a valid response type")),
        operation.formParameter().flatMap(given::filled),
        given.filled("refresh_secret").map(NativeArguments::refreshSecret));
  }

  /** Whether the call does without a flow (authentication.md 10.2). */
  boolean isFlowless() {
    return flow.isEmpty();
  }

  /** Whether a sign-in asks for a record to be made at once. */
  private static boolean isThin(Parameters given, NativeOperation operation) {
    return operation == NativeOperation.SOCIAL_SIGN_IN
        && given.filled("thin_registration").filter("true"::equals).isPresent();
  }

  /** The problem of a call that names no client, and so has no defaults either. */
  static CaptureProblem withoutClient(CaptureRequest request, NativeOperation operation) {
    Parameters given = request.parameters();
    List<String> missing = new ArrayList<>(List.of("client_id"));
    boolean hasFlow = given.filled("flow").isPresent();
    boolean hasVersion = given.filled("flow_version").isPresent();
    FlowNames names = new FlowNames(hasFlow, hasVersion, isThin(given, operation));
    missing.addAll(missing(request, given, operation, names));
    return CaptureProblem.missingArguments(missing);
  }

  private static Parameters meaningful(Parameters given, NativeOperation operation) {
    if (given.values().keySet().stream().noneMatch(operation::ignores)) {
      return given;
    }
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
  private static List<String> missing(
      CaptureRequest request, Parameters given, NativeOperation operation, FlowNames names) {
    boolean needsAddress = responseType(given).filter(ResponseType::hasCode).isPresent();
    List<String> missing = new ArrayList<>();
    addUnless(names.hasFlow() || names.isFlowless(), "flow", missing);
    addUnless(names.hasVersion() || names.isFlowless(), "flow_version", missing);
    addUnless(names.isKnown() || given.filled("locale").isPresent(), "locale", missing);
    addUnless(!needsAddress || given.filled("redirect_uri").isPresent(), "redirect_uri", missing);
    addUnless(
        names.isKnown() || !operation.needsForm() || given.filled("form").isPresent(),
        "form",
        missing);
    operation.needed().forEach(name -> addUnless(isGiven(name, request), name, missing));
    return missing;
  }

  private static boolean isGiven(String name, CaptureRequest request) {
    return name.equals(UserToken.NAME)
        ? UserToken.of(request).isPresent()
        : request.parameters().filled(name).isPresent();
  }

  /** What is known of the flow before it is looked up. */
  private record FlowNames(boolean hasFlow, boolean hasVersion, boolean isFlowless) {
    boolean isKnown() {
      return isFlowless || hasFlow && hasVersion;
    }
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

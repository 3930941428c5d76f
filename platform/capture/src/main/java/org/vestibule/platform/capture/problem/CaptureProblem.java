package org.vestibule.platform.capture.problem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.Problem;

/**
 * An error of the registration-domain families: code, {@code error_description} and further members
 * (authentication.md 1.3, 1.4). Descriptions never hold text that only the caller knows, except
 * names of forms, flows and attributes.
 */
public record CaptureProblem(CaptureCode code, String description, ObjectNode members)
    implements Problem {

  /** Names that callers give are repeated, but not at any length. */
  private static final int LONGEST = 1_000;

  /** Cuts the description to a length that is worth reading. */
  public CaptureProblem {
    description = cut(description);
  }

  private static String cut(String text) {
    if (text == null || text.length() <= LONGEST) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(LONGEST - 1));
    return text.substring(0, splits ? LONGEST - 1 : LONGEST) + "...";
  }

  /** A problem without further members. */
  public static CaptureProblem of(CaptureCode code, String description) {
    return new CaptureProblem(code, description, Json.object());
  }

  /** Adds a text member. */
  public CaptureProblem with(String member, String value) {
    ObjectNode more = members.deepCopy();
    more.put(member, cut(value));
    return new CaptureProblem(code, description, more);
  }

  /** This problem as the failure of a Uni. */
  public <T> Uni<T> fail() {
    return Uni.createFrom().failure(exception());
  }

  /** 100 in the wording of {@code /access*} and {@code /entity*}. */
  public static CaptureProblem missingArgument(String name) {
    return of(CaptureCode.MISSING_ARGUMENT, "missing required argument: " + name)
        .with("argument_name", name);
  }

  /** 100 in the wording of {@code *_native}, several names in the order of the operation. */
  public static CaptureProblem missingArguments(List<String> names) {
    CaptureProblem problem =
        of(CaptureCode.MISSING_ARGUMENT, "missing arguments: " + String.join(", ", names));
    return names.size() == 1 ? problem.with("argument_name", names.get(0)) : problem;
  }

  /** 200 with the reason why an argument is not valid. */
  public static CaptureProblem invalidArgument(String name, String reason) {
    return of(
            CaptureCode.INVALID_ARGUMENT,
            name + " was not valid for the following reason: " + reason)
        .with("argument_name", name);
  }

  /** 200 for a form that the flow does not have. */
  public static CaptureProblem noSuchForm(String form) {
    return of(CaptureCode.INVALID_ARGUMENT, "no such form '" + form + "'");
  }

  /** 201 for an argument given twice, or two that exclude each other. */
  public static CaptureProblem duplicateArgument(String name) {
    return of(CaptureCode.DUPLICATE_ARGUMENT, "duplicate argument: " + name)
        .with("argument_name", name);
  }

  /** 205 for a call without any credentials (spec/README.md 2). */
  public static CaptureProblem noAuthentication() {
    return of(
        CaptureCode.INVALID_AUTH_METHOD,
        "no authentication provided, for example client_id and client_secret");
  }

  /** 205 for an HTTP authentication scheme that is not served. */
  public static CaptureProblem unsupportedAuthentication() {
    return of(
        CaptureCode.INVALID_AUTH_METHOD,
        "the HTTP authentication method must be Basic, OAuth or Signature");
  }

  /** 221 for an application id that is not the one of the credentials. */
  public static CaptureProblem unknownApplication(String id) {
    return of(CaptureCode.UNKNOWN_APPLICATION, "unknown application").with("application_id", id);
  }

  /** 222. */
  public static CaptureProblem unknownEntityType(String name) {
    return of(CaptureCode.UNKNOWN_ENTITY_TYPE, "entity type does not exist: " + name)
        .with("type_name", name);
  }

  /** 223; the path starts with a slash. */
  public static CaptureProblem unknownAttribute(String path) {
    return of(CaptureCode.UNKNOWN_ATTRIBUTE, "attribute does not exist: " + path)
        .with("attribute_name", path);
  }

  /** 224. */
  public static CaptureProblem applicationNotFound() {
    return of(CaptureCode.APPLICATION_NOT_FOUND, "no application exists on this domain");
  }

  /** 226. */
  public static CaptureProblem flowError(String description) {
    return of(CaptureCode.FLOW_ERROR, description);
  }

  /** 310. */
  public static CaptureProblem recordNotFound() {
    return of(CaptureCode.RECORD_NOT_FOUND, "record not found");
  }

  /** A problem of one attribute; the path starts with a slash. */
  public static CaptureProblem ofAttribute(CaptureCode code, String description, String path) {
    return of(code, description).with("attribute_name", path);
  }

  /** 390 with the messages by field. */
  public static CaptureProblem invalidFormFields(Map<String, List<String>> messages) {
    return inputsInvalid(CaptureCode.INVALID_FORM_FIELDS, messages);
  }

  /** 210, the same for every cause. */
  public static CaptureProblem invalidCredentials(Map<String, List<String>> messages) {
    return inputsInvalid(CaptureCode.INVALID_CREDENTIALS, messages);
  }

  /** 212 with the message at the form. */
  public static CaptureProblem noSuchAccount(Map<String, List<String>> messages) {
    return inputsInvalid(CaptureCode.NO_SUCH_ACCOUNT, messages);
  }

  /** 213 with the message at the field. */
  public static CaptureProblem passwordIncorrect(Map<String, List<String>> messages) {
    return inputsInvalid(CaptureCode.PASSWORD_INCORRECT, messages);
  }

  /** 402, the same for every cause. */
  public static CaptureProblem invalidClientCredentials() {
    return of(CaptureCode.INVALID_CLIENT_CREDENTIALS, "client_id or client_secret is not valid");
  }

  /** 402 with the cause that signed requests tell (authentication.md 2.1). */
  public static CaptureProblem invalidSignedRequest(String description) {
    return of(CaptureCode.INVALID_CLIENT_CREDENTIALS, description);
  }

  /** 403 outside {@code *_native}. */
  public static CaptureProblem clientPermissionError() {
    return of(
        CaptureCode.CLIENT_PERMISSION_ERROR,
        "the provided client does not have authorization for this action");
  }

  /** 403 of {@code *_native}. */
  public static CaptureProblem notALoginClient() {
    return of(
        CaptureCode.PERMISSION_ERROR, "This client does not support log in and registration.");
  }

  /** 404: no such operation (spec/README.md 4). */
  public static CaptureProblem unknownOperation() {
    return of(CaptureCode.INVALID_API_METHOD, "This API endpoint does not exist");
  }

  /** 413: a token that was never issued. */
  public static CaptureProblem noAccessGrant() {
    return of(CaptureCode.NO_ACCESS_GRANT, "no access grant for this access_token");
  }

  /** 414: a token that was valid once. */
  public static CaptureProblem accessTokenExpired() {
    return of(CaptureCode.ACCESS_TOKEN_EXPIRED, "access_token expired");
  }

  /** 415. */
  public static CaptureProblem authorizationCodeExpired() {
    return of(CaptureCode.AUTHORIZATION_CODE_EXPIRED, "authorization_code expired");
  }

  /** 416. */
  public static CaptureProblem verificationCodeExpired() {
    return of(CaptureCode.VERIFICATION_CODE_EXPIRED, "verification_code expired");
  }

  /** 417. */
  public static CaptureProblem creationTokenExpired() {
    return of(CaptureCode.CREATION_TOKEN_EXPIRED, "creation_token expired");
  }

  /** 420. */
  public static CaptureProblem redirectUriMismatch(String expected, String supplied) {
    return of(CaptureCode.REDIRECT_URI_MISMATCH, "redirect_uri does not match")
        .with("expected_value", expected)
        .with("supplied_value", supplied);
  }

  /** 500 of the flow look-up. */
  public static CaptureProblem flowNotFound(String flow, String version, String locale) {
    return of(
        CaptureCode.UNEXPECTED_ERROR,
        "could not find a flow named '%s' with version '%s' and locale '%s'"
            .formatted(flow, version, locale));
  }

  /** 510 of a counter; the HTTP status stays 200 (spec/README.md 5). */
  public static CaptureProblem tooMany(String description) {
    return of(CaptureCode.API_LIMIT_ERROR, description);
  }

  /** 540 with the event that stopped the flow. */
  public static CaptureProblem triggered(String message) {
    return of(CaptureCode.TRIGGERED_ERROR, "an error was triggered in the flow")
        .with("message", message);
  }

  private static CaptureProblem inputsInvalid(
      CaptureCode code, Map<String, List<String>> messages) {
    ObjectNode members = Json.object();
    members.set("invalid_fields", Json.tree(messages));
    return new CaptureProblem(code, "some inputs are invalid", members);
  }
}

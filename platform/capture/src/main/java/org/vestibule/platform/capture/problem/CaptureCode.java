package org.vestibule.platform.capture.problem;

/**
 * The error table of the registration-domain families (authentication.md 4): code, error name and
 * the HTTP status outside {@code /oauth/token}.
 */
public enum CaptureCode {
  MISSING_ARGUMENT(100, "missing_argument"),
  INVALID_ARGUMENT(200, "invalid_argument"),
  DUPLICATE_ARGUMENT(201, "duplicate_argument"),
  INVALID_AUTH_METHOD(205, "invalid_auth_method"),
  INVALID_CREDENTIALS(210, "invalid_credentials"),
  NO_PASSWORD(211, "no_password"),
  NO_SUCH_ACCOUNT(212, "no_such_account"),
  PASSWORD_INCORRECT(213, "password_incorrect"),
  UNKNOWN_APPLICATION(221, "unknown_application"),
  UNKNOWN_ENTITY_TYPE(222, "unknown_entity_type"),
  UNKNOWN_ATTRIBUTE(223, "unknown_attribute"),
  APPLICATION_NOT_FOUND(224, "application_not_found"),
  FLOW_ERROR(226, "flow_error"),
  ENTITY_TYPE_EXISTS(232, "entity_type_exists"),
  ATTRIBUTE_EXISTS(233, "attribute_exists"),
  RESERVED_ATTRIBUTE(234, "reserved_attribute"),
  ERROR_CREATING_RECORD(300, "error_creating_record"),
  RECORD_NOT_FOUND(310, "record_not_found"),
  ID_IN_NEW_RECORD(320, "id_in_new_record"),
  TIMESTAMP_MISMATCH(330, "timestamp_mismatch"),
  INVALID_DATA_FORMAT(340, "invalid_data_format"),
  INVALID_JSON_TYPE(341, "invalid_json_type"),
  INVALID_DATE_TIME(342, "invalid_date_time"),
  INVALID_PASSWORD(350, "invalid_password"),
  PASSWORD_UNACCEPTABLE(352, "password_unacceptable"),
  CONSTRAINT_VIOLATION(360, "constraint_violation"),
  UNIQUE_VIOLATION(361, "unique_violation"),
  MISSING_REQUIRED_ATTRIBUTE(362, "missing_required_attribute"),
  LENGTH_VIOLATION(363, "length_violation"),
  EMAIL_ADDRESS_IN_USE(380, "email_address_in_use"),
  INVALID_FORM_FIELDS(390, "invalid_form_fields"),
  INVALID_CLIENT_CREDENTIALS(402, "invalid_client_credentials"),
  CLIENT_PERMISSION_ERROR(403, "client_permission_error"),
  PERMISSION_ERROR(403, "permission_error"),
  INVALID_API_METHOD(404, "invalid_api_method"),
  NO_ACCESS_GRANT(413, "no_access_grant"),
  ACCESS_TOKEN_EXPIRED(414, "access_token_expired"),
  AUTHORIZATION_CODE_EXPIRED(415, "authorization_code_expired"),
  VERIFICATION_CODE_EXPIRED(416, "verification_code_expired"),
  CREATION_TOKEN_EXPIRED(417, "creation_token_expired"),
  REDIRECT_URI_MISMATCH(420, "redirect_uri_mismatch"),
  API_FEATURE_DISABLED(480, "api_feature_disabled"),
  UNSUPPORTED_OPERATOR(485, "unsupported_operator"),
  UNEXPECTED_ERROR(500, "unexpected_error"),
  TIMEOUT(504, "timeout"),
  API_LIMIT_ERROR(510, "api_limit_error"),
  TRIGGERED_ERROR(540, "triggered_error");

  private final int code;
  private final String error;

  CaptureCode(int code, String error) {
    this.code = code;
    this.error = error;
  }

  /** The number on the wire. */
  public int code() {
    return code;
  }

  /** The name on the wire. */
  public String error() {
    return error;
  }
}

package org.vestibule.hosted.discovery;

import java.util.Comparator;
import java.util.List;

/**
 * The members of the discovery document in their order, and the values of lists in theirs
 * (hosted-login.md 5). A member appears once a feature says something of it.
 */
public enum Member {
  ISSUER("issuer"),
  AUTHORIZATION_ENDPOINT("authorization_endpoint"),
  TOKEN_ENDPOINT("token_endpoint"),
  INTROSPECTION_ENDPOINT("introspection_endpoint"),
  REVOCATION_ENDPOINT("revocation_endpoint"),
  USERINFO_ENDPOINT("userinfo_endpoint"),
  JWKS_URI("jwks_uri"),
  END_SESSION_ENDPOINT("end_session_endpoint"),
  SCOPES_SUPPORTED("scopes_supported", "openid", "profile", "email", "address", "phone"),
  RESPONSE_TYPES_SUPPORTED(
      "response_types_supported",
      "code",
      "token",
      "id_token",
      "none",
      "code id_token",
      "code token",
      "id_token token",
      "code id_token token"),
  RESPONSE_MODES_SUPPORTED("response_modes_supported", "query", "fragment", "form_post"),
  GRANT_TYPES_SUPPORTED(
      "grant_types_supported",
      "authorization_code",
      "implicit",
      "refresh_token",
      "client_credentials"),
  SUBJECT_TYPES_SUPPORTED("subject_types_supported"),
  ID_TOKEN_SIGNING_ALG_VALUES_SUPPORTED("id_token_signing_alg_values_supported"),
  TOKEN_ENDPOINT_AUTH_METHODS_SUPPORTED(
      "token_endpoint_auth_methods_supported", "client_secret_basic", "client_secret_post", "none"),
  INTROSPECTION_ENDPOINT_AUTH_METHODS_SUPPORTED(
      "introspection_endpoint_auth_methods_supported", "client_secret_basic", "client_secret_post"),
  REVOCATION_ENDPOINT_AUTH_METHODS_SUPPORTED(
      "revocation_endpoint_auth_methods_supported",
      "client_secret_basic",
      "client_secret_post",
      "none"),
  CLAIMS_SUPPORTED("claims_supported"),
  CLAIM_TYPES_SUPPORTED("claim_types_supported"),
  CLAIMS_PARAMETER_SUPPORTED("claims_parameter_supported"),
  CODE_CHALLENGE_METHODS_SUPPORTED("code_challenge_methods_supported"),
  ACR_VALUES_SUPPORTED("acr_values_supported"),
  PROMPT_VALUES_SUPPORTED("prompt_values_supported", "none", "login", "create"),
  DISPLAY_VALUES_SUPPORTED("display_values_supported", "page", "popup", "touch"),
  UI_LOCALES_SUPPORTED("ui_locales_supported"),
  REQUEST_PARAMETER_SUPPORTED("request_parameter_supported"),
  REQUEST_URI_PARAMETER_SUPPORTED("request_uri_parameter_supported"),
  AUTHORIZATION_RESPONSE_ISS_PARAMETER_SUPPORTED("authorization_response_iss_parameter_supported");

  private final String wireName;
  private final List<String> order;

  Member(String wireName, String... order) {
    this.wireName = wireName;
    this.order = List.of(order);
  }

  String wireName() {
    return wireName;
  }

  /** Values that the list above does not name come last, as they were said. */
  List<String> sorted(List<String> values) {
    return values.stream().distinct().sorted(Comparator.comparing(this::place)).toList();
  }

  private int place(String value) {
    int place = order.indexOf(value);
    return place < 0 ? order.size() : place;
  }
}

package org.vestibule.platform.capture.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The error table of authentication.md 4, written out by hand. */
class CaptureCodeTest {
  private static final Set<String> TABLE =
      Set.of(
          "100 missing_argument",
          "200 invalid_argument",
          "201 duplicate_argument",
          "205 invalid_auth_method",
          "210 invalid_credentials",
          "211 no_password",
          "212 no_such_account",
          "213 password_incorrect",
          "221 unknown_application",
          "222 unknown_entity_type",
          "223 unknown_attribute",
          "224 application_not_found",
          "226 flow_error",
          "232 entity_type_exists",
          "233 attribute_exists",
          "234 reserved_attribute",
          "300 error_creating_record",
          "310 record_not_found",
          "320 id_in_new_record",
          "330 timestamp_mismatch",
          "340 invalid_data_format",
          "341 invalid_json_type",
          "342 invalid_date_time",
          "350 invalid_password",
          "352 password_unacceptable",
          "360 constraint_violation",
          "361 unique_violation",
          "362 missing_required_attribute",
          "363 length_violation",
          "380 email_address_in_use",
          "390 invalid_form_fields",
          "402 invalid_client_credentials",
          "403 client_permission_error",
          "403 permission_error",
          "404 invalid_api_method",
          "413 no_access_grant",
          "414 access_token_expired",
          "415 authorization_code_expired",
          "416 verification_code_expired",
          "417 creation_token_expired",
          "420 redirect_uri_mismatch",
          "480 api_feature_disabled",
          "485 unsupported_operator",
          "500 unexpected_error",
          "504 timeout",
          "510 api_limit_error",
          "540 triggered_error");

  @Test
  void everyDocumentedCodeAndNoOther() {
    Set<String> ours =
        Arrays.stream(CaptureCode.values())
            .map(it -> it.code() + " " + it.error())
            .collect(Collectors.toSet());
    assertThat(ours).isEqualTo(TABLE);
  }
}

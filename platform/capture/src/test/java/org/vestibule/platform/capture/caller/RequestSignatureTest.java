package org.vestibule.platform.capture.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of authentication.md 2.1 and what an attacker would change in them (E12). */
class RequestSignatureTest {
  private static final String SECRET = "s3cr3tforlocalvectorchecks000001";
  private static final String DATE = "2024-03-09 14:05:06";

  @Test
  void getAccessTokenVector() {
    Map<String, String> parameters =
        Map.of("type_name", "user", "uuid", "3f1c5c0e-8a52-4b7c-9a1d-5d0f5b2e7a10");
    assertThat(matches("/access/getAccessToken", parameters, "GWHfEn921Tn9CSY1rEDdk1w2I9c="))
        .isTrue();
  }

  @Test
  void findVectorWithUnicode() {
    Map<String, String> parameters =
        Map.of("filter", "email = 'zoë@example.test'", "max_results", "5", "type_name", "user");
    assertThat(matches("/entity.find", parameters, "HU4FBUCaBYI00TjVmGOpPYkIX04=")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"6PHv8jABcxEp9GwbnOCxytHWXmA=", "rcRdJOiw1f3oN9n3a/Y382HlZEo="})
  void noParametersWithAndWithoutExtraNewline(String signature) {
    assertThat(matches("/entityType.list", Map.of(), signature)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"QhCBL3ANpvl4Kqjss4chj1pc7bU=", "C6Bx7taXcbkpa1I0ZB9hzC321PU="})
  void sortedByWholeStringOrByName(String signature) {
    assertThat(matches("/entity.update", Map.of("a", "1", "a-b", "2"), signature)).isTrue();
  }

  @Test
  void publishedClientVectorWithNewlineInValue() {
    Map<String, String> parameters =
        Map.of("param1", "this is a string", "param2", "10", "param3", "one=1\ntwo=2,three=3");
    assertThat(
            RequestSignature.matches(
                "bar",
                "/entity",
                "2000-01-01 01:01:01",
                parameters,
                "G3N5RxCVc0d6rDLmBRGvcg2hCVY="))
        .isTrue();
  }

  @Test
  void credentialsAreNotSigned() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("client_id", "x");
    parameters.put("client_secret", "y");
    parameters.put("access_token", "z");
    assertThat(matches("/entityType.list", parameters, "6PHv8jABcxEp9GwbnOCxytHWXmA=")).isTrue();
  }

  @Test
  void changedValuePathDateOrSecret_thenRefused() {
    Map<String, String> parameters = Map.of("a", "1", "a-b", "2");
    String signature = "QhCBL3ANpvl4Kqjss4chj1pc7bU=";
    assertThat(matches("/entity.update", Map.of("a", "1", "a-b", "3"), signature)).isFalse();
    assertThat(matches("/entity.delete", parameters, signature)).isFalse();
    assertThat(
            RequestSignature.matches(
                SECRET, "/entity.update", "2024-03-09 14:05:07", parameters, signature))
        .isFalse();
    assertThat(RequestSignature.matches("other", "/entity.update", DATE, parameters, signature))
        .isFalse();
  }

  @Test
  void valueMovedIntoNameByNewline_thenRefused() {
    // Same signed text as a=1, a-b=2 but as one parameter with a smuggled line.
    assertThat(matches("/entity.update", Map.of("a", "1\na-b=2"), "C6Bx7taXcbkpa1I0ZB9hzC321PU="))
        .as("a value may hold a newline; the vectors demand it")
        .isTrue();
    assertThat(matches("/entity.update", Map.of("a=1\na-b", "2"), "C6Bx7taXcbkpa1I0ZB9hzC321PU="))
        .isFalse();
  }

  private static boolean matches(String path, Map<String, String> parameters, String signature) {
    return RequestSignature.matches(SECRET, path, DATE, parameters, signature);
  }
}

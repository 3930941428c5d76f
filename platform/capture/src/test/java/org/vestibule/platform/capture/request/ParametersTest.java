package org.vestibule.platform.capture.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.vestibule.platform.capture.TestRequests.form;
import static org.vestibule.platform.capture.TestRequests.request;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.problem.ProblemException;

/** Every form of parameters of authentication.md 1.2 and entity.md 1. */
class ParametersTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  @Test
  void form_decodesPercentPlusAndRawBrackets() {
    assertThat(
            read(
                form("/oauth/x", "a=1%202&b=x+y&birthdate[dateselect_year]=1990"),
                ParameterStyle.NATIVE))
        .isEqualTo(Map.of("a", "1 2", "b", "x y", "birthdate[dateselect_year]", "1990"));
  }

  @Test
  void namesAreCaseSensitive() {
    assertThat(read(form("/entity", "Form=a&form=b"), ParameterStyle.ACCESS))
        .isEqualTo(Map.of("Form", "a", "form", "b"));
  }

  @Test
  void native_ignoresQuery() {
    EdgeRequest both = request("POST", "/oauth/x", "a=query", FORM, "b=body");
    assertThat(read(both, ParameterStyle.NATIVE)).isEqualTo(Map.of("b", "body"));
  }

  @Test
  void accessAndEntity_mergeQueryAndBody_bodyWins() {
    EdgeRequest both = request("POST", "/entity", "a=query&q=1", FORM, "a=body");
    assertThat(read(both, ParameterStyle.ACCESS)).isEqualTo(Map.of("a", "body", "q", "1"));
    assertThat(read(both, ParameterStyle.ENTITY)).isEqualTo(Map.of("a", "body", "q", "1"));
  }

  @Test
  void getWithFormBody_isRead() {
    EdgeRequest get = request("GET", "/access/getAccessToken", "uuid=1", FORM, "type_name=user");
    assertThat(read(get, ParameterStyle.ACCESS))
        .isEqualTo(Map.of("uuid", "1", "type_name", "user"));
  }

  @Test
  void duplicate_isRefusedOrFirstWins() {
    assertThat(problem(form("/oauth/x", "a=1&a=2"), ParameterStyle.NATIVE))
        .isEqualTo(CaptureProblem.duplicateArgument("a"));
    assertThat(read(form("/entity", "a=1&a=2"), ParameterStyle.ENTITY)).isEqualTo(Map.of("a", "1"));
  }

  @Test
  void json_isFlattenedOnNative() {
    EdgeRequest json =
        request(
            "POST",
            "/oauth/x",
            "",
            "application/json; charset=utf-8",
            "{\"n\":5,\"t\":true,\"z\":null,\"birthdate\":{\"dateselect_year\":1990}}");
    assertThat(read(json, ParameterStyle.NATIVE))
        .isEqualTo(Map.of("n", "5", "t", "true", "birthdate[dateselect_year]", "1990"));
  }

  @Test
  void json_isNotReadOnEntity() {
    EdgeRequest json = request("POST", "/entity", "", "application/json", "{\"uuid\":\"x\"}");
    assertThat(read(json, ParameterStyle.ENTITY)).isEmpty();
  }

  @Test
  void malformedJsonOrArray_isInvalid() {
    for (String body : new String[] {"{", "[1]", "{\"a\":1,\"a\":2}"}) {
      assertThat(
              problem(request("POST", "/o", "", "application/json", body), ParameterStyle.NATIVE))
          .isEqualTo(CaptureProblem.invalidArgument("body", "the JSON is not syntactically valid"));
    }
  }

  @Test
  void wrongContentTypeWithEmptyBody_readsQuery() {
    EdgeRequest query = request("POST", "/entity", "uuid=1", "application/json", "");
    assertThat(read(query, ParameterStyle.ENTITY)).isEqualTo(Map.of("uuid", "1"));
  }

  @Test
  void multipart_isReadAsForm() {
    String body =
        "--x\r\nContent-Disposition: form-data; name=\"filter\"\r\n\r\nemail = 'zoë'\r\n--x--\r\n";
    EdgeRequest multipart =
        request("POST", "/entity.find", "", "multipart/form-data; boundary=x", body);
    assertThat(read(multipart, ParameterStyle.ENTITY)).isEqualTo(Map.of("filter", "email = 'zoë'"));
  }

  @Test
  void malformedEscape_isInvalid() {
    assertThat(problem(form("/oauth/x", "a=%zz"), ParameterStyle.NATIVE).code().code())
        .isEqualTo(200);
  }

  @Test
  void settings_passOverBodiesThatHoldNoParameters() {
    for (String type : new String[] {"application/json", "text/plain", "application/xml"}) {
      for (String body : new String[] {"\"\"", "[1]", "{", "b=body"}) {
        assertThat(read(request("POST", "/s", "a=query", type, body), ParameterStyle.SETTINGS))
            .isEqualTo(Map.of("a", "query"));
      }
    }
    assertThat(read(request("POST", "/s", "a=query", FORM, "a=body"), ParameterStyle.SETTINGS))
        .isEqualTo(Map.of("a", "body"));
    assertThat(problem(form("/s", "a=1&a=2"), ParameterStyle.SETTINGS))
        .isEqualTo(CaptureProblem.duplicateArgument("a"));
  }

  @Test
  void settings_keepJsonMembersWhole() {
    EdgeRequest json =
        request(
            "POST",
            "/s",
            "",
            "application/json",
            "{\"items\":{\"a\":{\"b\":1}},\"keys\":[\"x\"],\"value\":true,\"none\":null}");
    assertThat(read(json, ParameterStyle.SETTINGS))
        .isEqualTo(Map.of("items", "{\"a\":{\"b\":1}}", "keys", "[\"x\"]", "value", "true"));
  }

  private static Map<String, String> read(EdgeRequest request, ParameterStyle style) {
    return CaptureRequest.of(request, style).parameters().values();
  }

  private static CaptureProblem problem(EdgeRequest request, ParameterStyle style) {
    return (CaptureProblem)
        catchThrowableOfType(ProblemException.class, () -> read(request, style)).problem();
  }
}

package org.vestibule.auth.nativelogin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.stub.AuthServiceResource;
import org.vestibule.auth.stub.NativeApi;

@QuarkusTest
@QuarkusTestResource(AuthServiceResource.class)
class NativeLoginResourceTest {
  private static final String REFUSED =
      "{'stat':'error','code':210,'error':'invalid_credentials','error_description':'some inputs are invalid',"
          + "'invalid_fields':{'signInForm':['Incorrect username or password. Please try again.']}}";

  @Test
  void signIn_whenPasswordIsRight_thenProfileAndToken() {
    JsonNode body = NativeApi.signIn("jo@example.com").ok();

    assertThat(body.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("stat", "access_token", "capture_user");
    assertThat(body.path("access_token").asText()).matches("[a-z2-9]{32}");
    assertThat(body.path("capture_user").path("id").asInt()).isEqualTo(4711);
  }

  @Test
  void signIn_whenPasswordIsWrong_thenInvalidCredentials() {
    NativeApi.signIn("jo@example.com").with("currentPassword", "no").isRefused(REFUSED);
    NativeApi.signIn("stranger@example.com").isRefused(REFUSED);
  }
}

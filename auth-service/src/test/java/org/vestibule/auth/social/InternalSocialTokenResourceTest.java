package org.vestibule.auth.social;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.stub.AuthServiceResource;
import org.vestibule.auth.stub.SocialTokens;
import org.vestibule.platform.json.Json;

@QuarkusTest
@QuarkusTestResource(AuthServiceResource.class)
class InternalSocialTokenResourceTest {
  @Test
  void issue_givesAnUnguessableTokenForTenMinutes() {
    Response issued = SocialTokens.issue("app-a", SocialTokens.profile("known"));

    assertThat(issued.jsonPath().getString("token")).matches("[0-9a-f]{40}");
    assertThat(Instant.parse(issued.jsonPath().getString("expiresAt")))
        .isBetween(Instant.now().plusSeconds(590), Instant.now().plusSeconds(601));
  }

  @Test
  void issue_whenNotAService_doesNotExist() {
    given()
        .contentType("application/json")
        .body("{}")
        .post("/internal/social/tokens")
        .then()
        .statusCode(404);
  }

  @Test
  void issue_whenTheApplicationIsUnknown_thenNotFound() {
    assertThat(SocialTokens.issue("nope", SocialTokens.profile("known")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void issue_whenTheProfileIsHostile_thenBadRequest() {
    String deep = "[".repeat(5_000) + "]".repeat(5_000);
    String good = Json.write(SocialTokens.profile("known"));
    for (String body :
        new String[] {
          "",
          "[]",
          "{\"applicationId\":\"app-a\"}",
          "{\"applicationId\":\"app-a\",\"profile\":\"x\"}",
          "{\"applicationId\":\"app-a\",\"profile\":{\"identifier\":1}}",
          "{\"applicationId\":[\"app-a\"],\"profile\":" + good + "}",
          "{\"applicationId\":\"app-a\",\"profile\":" + deep + "}",
          "{\"applicationId\":\"app-a\",\"profile\":{\"identifier\":\"x\",\"identifier\":\"y\"}}",
          "{\"applicationId\":\"app-a\",\"profile\":"
              + good.replace("Jo Doe", "x".repeat(100_000))
              + "}"
        }) {
      assertThat(SocialTokens.issue(body).statusCode())
          .as(body.substring(0, Math.min(80, body.length())))
          .isEqualTo(400);
    }
  }
}

package org.vestibule.auth.stub;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.UUID;
import org.vestibule.platform.json.Json;
import org.vestibule.testkit.TestConfig;

/** Social tokens as the end of a provider's sign-in makes them. */
public final class SocialTokens {
  private SocialTokens() {}

  /** A profile whose identifier ends in the name of a case. */
  public static ObjectNode profile(String name) {
    ObjectNode profile = Json.object().put("identifier", identifier(name));
    profile.put("providerName", "Facebook").put("providerSpecifier", "facebook");
    profile.put("displayName", "Jo Doe").put("preferredUsername", "jodoe");
    profile.put("email", "jo@example.com").put("verifiedEmail", "jo@example.com");
    profile.putObject("name").put("givenName", "Jo").put("familyName", "Doe");
    return profile
        .put("url", "https://www.facebook.com/jo")
        .put("photo", "https://x.example/p.jpg");
  }

  /** An identifier that nobody else uses. */
  public static String identifier(String name) {
    return "https://www.facebook.com/" + UUID.randomUUID() + "/" + name;
  }

  /** A token of application a for a case. */
  public static String token(String name) {
    return token("app-a", profile(name));
  }

  public static String token(String applicationId, JsonNode profile) {
    Response reply = issue(applicationId, profile);
    assertThat(reply.statusCode()).as(reply.asString()).isEqualTo(200);
    return reply.jsonPath().getString("token");
  }

  public static Response issue(String applicationId, JsonNode profile) {
    ObjectNode body = Json.object().put("applicationId", applicationId);
    body.set("profile", profile);
    body.putObject("accessCredentials").put("type", "Facebook").put("accessToken", "s3cr3t-at-fb");
    return issue(Json.write(body));
  }

  public static Response issue(String body) {
    return given()
        .header("Authorization", "Bearer " + TestConfig.token("entity", "auth"))
        .contentType("application/json")
        .body(body)
        .post("/internal/social/tokens");
  }
}

package org.vestibule.e2e.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Map;
import org.vestibule.testkit.service.ServiceToken;
import org.vestibule.testkit.service.StackSecrets;

/** Ends sign-ins at a social provider: what it tells becomes a token for the native calls. */
public final class SocialProvider {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SocialProvider() {}

  /** A token for a profile in the form of {@code auth_info}. */
  public static String token(String applicationId, Object profile) {
    Map<String, Object> body = Map.of("applicationId", applicationId, "profile", profile);
    Reply reply =
        Call.of("POST", Stack.shared().service("auth-service"), "/internal/social/tokens")
            .header("Authorization", "Bearer " + serviceToken().to("auth"))
            .json(write(body))
            .send();
    if (reply.status() != 200) {
      throw new AssertionError("no social token: HTTP " + reply.status() + " " + reply.text());
    }
    String token = reply.at("/token");
    Secrets.remember(token);
    return token;
  }

  /** A profile of somebody; the address is one that the provider vouches for. */
  public static JsonNode profile(String identifier, String verifiedEmail) {
    return JSON.createObjectNode()
        .put("identifier", identifier)
        .put("providerName", "Facebook")
        .put("providerSpecifier", "facebook")
        .put("displayName", "Jo")
        .put("verifiedEmail", verifiedEmail);
  }

  private static ServiceToken serviceToken() {
    try {
      String text = Files.readString(Stack.shared().folder().resolve("secrets.properties"));
      StackSecrets secrets = StackSecrets.parse(text);
      return new ServiceToken("operator", secrets.privateKey("operator"), Clock.systemUTC());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String write(Object tree) {
    try {
      return JSON.writeValueAsString(tree);
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }
}

package org.vestibule.bench.stack;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vestibule.bench.load.LoadRequest;
import org.vestibule.local.stack.LocalStack;
import org.vestibule.local.tenant.TenantRequest;

/** An application without limits that a load would run into, and the calls of its clients. */
public record BenchTenant(JsonObject created) {
  public static final String DOMAIN = "bench.example.com";

  private static final int NO_LIMIT = 1_000_000;
  private static final String PASSWORD = "correct-horse-9";

  public static BenchTenant create(LocalStack stack) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("capture_server_url", "http://" + DOMAIN);
    settings.put("login_attempts", NO_LIMIT);
    settings.put("registration_rate_per_minute", NO_LIMIT);
    TenantRequest request = new TenantRequest("Bench", "bench", List.of(DOMAIN), settings);
    return new BenchTenant(stack.tenantClient().create(request));
  }

  public String applicationId() {
    return created.getString("applicationId");
  }

  LoadRequest registration(String email) {
    Map<String, String> form = nativeForm("registrationForm");
    form.put("emailAddress", email);
    form.put("displayName", "Jo");
    form.put("newPassword", PASSWORD);
    form.put("newPasswordConfirm", PASSWORD);
    return LoadRequest.form("/oauth/register_native_traditional", form);
  }

  LoadRequest signIn(Person person) {
    return signIn(person.email(), PASSWORD);
  }

  /** A sign-in that is refused, whoever the address belongs to. */
  LoadRequest wrongSignIn(String email) {
    return signIn(email, PASSWORD + "-wrong");
  }

  private LoadRequest signIn(String email, String password) {
    Map<String, String> form = nativeForm("signInForm");
    form.put("signInEmailAddress", email);
    form.put("currentPassword", password);
    return LoadRequest.form("/oauth/auth_native_traditional", form);
  }

  LoadRequest accessToken(Person person) {
    JsonObject client = client("access_issuer");
    return LoadRequest.form(
            "/access/getAccessToken",
            Map.of("type_name", created.getString("entityType"), "uuid", person.uuid()))
        .as(client.getString("client_id"), client.getString("client_secret"));
  }

  LoadRequest record(Person person) {
    JsonObject client = client("direct_read_access");
    return LoadRequest.form(
            "/entity", Map.of("type_name", created.getString("entityType"), "uuid", person.uuid()))
        .as(client.getString("client_id"), client.getString("client_secret"));
  }

  private Map<String, String> nativeForm(String name) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("client_id", client("login_client").getString("client_id"));
    form.put("flow", created.getString("flow"));
    form.put("flow_version", created.getString("flowVersion"));
    form.put("locale", created.getString("locale"));
    form.put("redirect_uri", "https://shop.example.com/");
    form.put("response_type", "token");
    form.put("form", name);
    return form;
  }

  /** Id and secret of the client with a feature. */
  public JsonObject client(String name) {
    return created.getJsonObject("clients").getJsonObject(name);
  }
}

package org.vestibule.local.tenant;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.vestibule.local.host.DataFolder;
import org.vestibule.local.site.DemoSite;

/** The two applications that every new data folder gets, with their secrets. */
public final class DemoTenants {
  private static final String FILE = "tenants.json";
  private static final String DEMO = "demo";
  private static final String SECOND = "second";
  private static final String PORT = "port";

  private final DataFolder folder;
  private final int port;
  private JsonObject tenants;

  public DemoTenants(DataFolder folder, int port) {
    this.folder = folder;
    this.port = port;
    this.tenants = folder.readText(FILE).map(JsonObject::new).orElseGet(JsonObject::new);
  }

  public boolean exist() {
    return tenants.containsKey(DEMO) && tenants.containsKey(SECOND);
  }

  /** Makes what is missing, both at once, and stores the secrets. */
  public void create(TenantClient client) {
    CompletableFuture<JsonObject> second =
        CompletableFuture.supplyAsync(() -> ensure(client, SECOND, secondRequest()));
    JsonObject first = ensure(client, DEMO, demoRequest());
    tenants = new JsonObject().put(PORT, port).put(DEMO, first).put(SECOND, second.join());
    folder.writeText(FILE, tenants.encodePrettily());
  }

  /** The port for which the applications were made, if it is another than today's. */
  public OptionalInt otherPort() {
    int made = tenants.getInteger(PORT, port);
    return made == port ? OptionalInt.empty() : OptionalInt.of(made);
  }

  private JsonObject ensure(TenantClient client, String name, TenantRequest request) {
    return tenants.containsKey(name) ? tenants.getJsonObject(name) : client.create(request);
  }

  private TenantRequest demoRequest() {
    return new TenantRequest("Demo", "demo", List.of("localhost"), settings("Demo", demoUrl()));
  }

  private TenantRequest secondRequest() {
    return new TenantRequest(
        "Second", "second", List.of("127.0.0.1"), settings("Second", secondUrl()));
  }

  private static Map<String, Object> settings(String siteName, String baseUrl) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("default_flow_name", "standard");
    settings.put("site_name", siteName);
    settings.put("capture_server_url", baseUrl);
    settings.put("email_sender_address", "no-reply@example.com");
    settings.put("verify_email_url", baseUrl + DemoSite.VERIFY_EMAIL);
    settings.put("password_recover_url", baseUrl + DemoSite.RESET_PASSWORD);
    return settings;
  }

  public JsonObject demo() {
    return tenants.getJsonObject(DEMO, new JsonObject());
  }

  public JsonObject second() {
    return tenants.getJsonObject(SECOND, new JsonObject());
  }

  public String demoUrl() {
    return "http://localhost:" + port;
  }

  public String secondUrl() {
    return "http://127.0.0.1:" + port;
  }

  /** The pretended web site behind a host name. */
  public Optional<DemoSite> site(String host) {
    if (!exist()) {
      return Optional.empty();
    }
    boolean isSecond = host.equals("127.0.0.1");
    return Optional.of(isSecond ? site(secondUrl(), second()) : site(demoUrl(), demo()));
  }

  private static DemoSite site(String baseUrl, JsonObject tenant) {
    JsonObject client =
        tenant
            .getJsonObject("clients", new JsonObject())
            .getJsonObject("login_client", new JsonObject());
    return new DemoSite(
        baseUrl,
        client.getString("client_id", ""),
        client.getString("client_secret", ""),
        tenant.getString("flow", "standard"),
        tenant.getString("flowVersion", ""),
        tenant.getString("locale", "en-US"));
  }
}

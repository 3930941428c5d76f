package org.vestibule.auth.stub;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.json.Json;

/**
 * config-service as the tests need it: two applications of two customers, their clients, a flow.
 */
final class ConfigStub {
  private static final String CUSTOMER_A = "11111111-1111-4111-8111-111111111111";
  private static final String CUSTOMER_B = "22222222-2222-4222-8222-222222222222";
  private static final String HIGH = "'login_attempts':100000,'registration_rate_per_minute':0";

  /** Every client's secret is "secret"; it is never opened here. */
  private static final String SECRET =
      "{'rowId':'r','sealed':'v1.k1.x.y','sha256':'"
          + Digests.sha256Hex("secret")
          + "','expiresAt':null}";

  private static final String LINKS =
      ",'verify_email_url':'https://site.example.com/verify?lang=en','password_recover_url':'https://site.example.com/reset','site_name':'Shop','email_sender_address':'no-reply@example.com'";
  private static final Map<String, String> CLIENTS =
      new java.util.HashMap<>(
          Map.of(
              "login-a", client("app-a", CUSTOMER_A, "login_client", HIGH + LINKS, "[]"),
              "limited-a", client("app-a", CUSTOMER_A, "login_client", "", "[]"),
              "capped-c",
                  client(
                      "app-c",
                      CUSTOMER_A,
                      "login_client",
                      "'registration_rate_per_minute':'3'",
                      "[]"),
              "owner-a", client("app-a", CUSTOMER_A, "owner", "", "[]"),
              "guarded-a", client("app-a", CUSTOMER_A, "login_client", "", "['203.0.113.0/24']"),
              "default-a",
                  client(
                      "app-a",
                      CUSTOMER_A,
                      "login_client",
                      "'default_flow_name':'standard','default_flow_version':'HEAD'," + HIGH,
                      "[]"),
              "typeless-a",
                  client("app-a", CUSTOMER_A, "login_client", "'user_entity_type':'nobody'", "[]"),
              "login-b", client("app-b", CUSTOMER_B, "login_client", HIGH, "[]")));

  static {
    CLIENTS.put(
        "hidden-a",
        client(
            "app-a",
            CUSTOMER_A,
            "login_client",
            HIGH + LINKS + ",'hide_unknown_users':'true'",
            "[]"));
    CLIENTS.put(
        "strict-a",
        client(
            "app-a",
            CUSTOMER_A,
            "login_client",
            HIGH + LINKS + ",'restrict_change_password_no_auth':'true'",
            "[]"));
    CLIENTS.put(
        "screening-a",
        client(
            "app-a",
            CUSTOMER_A,
            "login_client",
            HIGH + LINKS + ",'reject_breached_passwords':'true'",
            "[]"));
    CLIENTS.put(
        "lasting-a",
        client(
            "app-a",
            CUSTOMER_A,
            "login_client",
            HIGH
                + LINKS
                + ",'revoke_access_on_password_change':'false','verify_email_on_reset':'true'",
            "[]"));
    CLIENTS.put("usual-a", client("app-a", CUSTOMER_A, "login_client", LINKS.substring(1), "[]"));
    CLIENTS.put(
        "trustless-a",
        client(
            "app-a",
            CUSTOMER_A,
            "login_client",
            HIGH + LINKS + ",'authentication.second_factor.trust_device_ttl':'0'",
            "[]"));
    CLIENTS.put("issuer-a", client("app-a", CUSTOMER_A, "access_issuer", "", "[]"));
    CLIENTS.put("reader-a", client("app-a", CUSTOMER_A, "direct_read_access", "", "[]"));
    CLIENTS.put("issuer-b", client("app-b", CUSTOMER_B, "access_issuer", "", "[]"));
    CLIENTS.put(
        "silent-a",
        client("app-a", CUSTOMER_A, "login_client", HIGH + ",'silent_merge':'true'", "[]"));
    CLIENTS.put(
        "careful-a",
        client(
            "app-a",
            CUSTOMER_A,
            "login_client",
            HIGH + ",'link_requires_verified_email':'true','store_access_credentials':'true'",
            "[]"));
    CLIENTS.put(
        "thin-e",
        client("app-e", CUSTOMER_A, "login_client", "'registration_rate_per_minute':'3'", "[]"));
    CLIENTS.put("far-a", client("app-a", CUSTOMER_A, "access_issuer", "", "['203.0.113.0/24']"));
  }

  private ConfigStub() {}

  static StubReply answer(String path) {
    String[] parts = path.split("/");
    return switch (parts[2]) {
      case "clients" -> found(CLIENTS.get(parts[3]), parts[3]);
      case "domains" -> domain(parts[3]);
      case "applications" -> parts.length == 4 ? application(parts[3]) : flow(parts);
      default -> StubReply.notFound();
    };
  }

  private static StubReply found(String client, String id) {
    return client == null ? StubReply.notFound() : StubReply.ok(client.formatted(id));
  }

  private static String client(
      String application, String customer, String feature, String settings, String addresses) {
    return "{'id':'%s','applicationId':'"
        + application
        + "','customerId':'"
        + customer
        + "','name':'Client','features':['"
        + feature
        + "'],'ipWhitelist':"
        + addresses
        + ",'secrets':["
        + SECRET
        + "],'settings':{"
        + settings
        + "},'applicationSettings':{}}";
  }

  private static StubReply domain(String host) {
    return switch (host) {
      case "localhost", "a.example.com" -> domain("app-a", CUSTOMER_A);
      case "127.0.0.1", "b.example.com" -> domain("app-b", CUSTOMER_B);
      case "c.example.com" -> domain("app-c", CUSTOMER_A);
      case "e.example.com" -> domain("app-e", CUSTOMER_A);
      default -> StubReply.notFound();
    };
  }

  private static StubReply domain(String application, String customer) {
    return StubReply.ok(
        "{'applicationId':'%s','customerId':'%s'}".formatted(application, customer));
  }

  private static StubReply application(String id) {
    String customer = id.equals("app-b") ? CUSTOMER_B : CUSTOMER_A;
    return id.startsWith("app-")
        ? StubReply.ok(
            "{'id':'%s','customerId':'%s','name':'App','primaryDomain':'%s.example.com','domains':[],'settings':{}}"
                .formatted(id, customer, id.substring(4)))
        : StubReply.notFound();
  }

  private static StubReply flow(String[] parts) {
    boolean isKnown =
        parts[5].equals("standard")
            && (parts[7].equals("20260311094207004518") || parts[7].equals("HEAD"));
    return isKnown ? StubReply.ok(flow()) : StubReply.notFound();
  }

  private static com.fasterxml.jackson.databind.JsonNode flow() {
    try (InputStream document = ConfigStub.class.getResourceAsStream("/flow.json")) {
      var flow = Json.object().put("name", "standard").put("version", "20260311094207004518");
      flow.set("document", Json.parse(document.readAllBytes()));
      return flow;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

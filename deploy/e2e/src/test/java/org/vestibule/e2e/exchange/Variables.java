package org.vestibule.e2e.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vestibule.e2e.stack.Call;
import org.vestibule.e2e.stack.Mailbox;
import org.vestibule.e2e.stack.People;
import org.vestibule.e2e.stack.Reply;
import org.vestibule.e2e.stack.SocialProvider;
import org.vestibule.e2e.stack.Tenant;
import org.vestibule.e2e.stack.Webhooks;

/** The values that an exchange may name as {@code ${name}}. */
final class Variables {
  private static final Pattern NAME = Pattern.compile("\\$\\{([a-z_.]+)(\\|int)?}");
  private static final String TYPE =
      """
      [{"name":"name","type":"string","length":20},
       {"name":"password","type":"password"},
       {"name":"home","type":"object","attr_defs":[{"name":"city","type":"string"},{"name":"zip","type":"string"}]},
       {"name":"tags","type":"plural","attr_defs":[{"name":"key","type":"string"}]}]
      """;
  private final Map<String, String> values;
  private final Map<String, String> own = new HashMap<>();

  /** Values of a tenant; those that are stored by an exchange stay for the later ones. */
  Variables(Map<String, String> values) {
    this.values = values;
    own.put("new_email", People.newEmail());
    own.put("new_name", newName());
  }

  static Map<String, String> ofTenant(Tenant tenant) {
    Map<String, String> values = new HashMap<>();
    values.put("base_url", tenant.baseUrl());
    values.put("host", URI.create(tenant.baseUrl()).getHost());
    values.put("app_id", tenant.applicationId());
    values.put("customer_id", tenant.customerId());
    values.put("flow_version", tenant.flowVersion());
    addClients(values, "", tenant.description().path("clients"));
    addClients(values, "", tenant.description().path("oidc"));
    JsonNode second = tenant.description().path("second_application");
    values.put("second.app_id", second.path("app_id").asText());
    addClients(values, "second.", second.path("clients"));
    return values;
  }

  private static void addClients(Map<String, String> values, String prefix, JsonNode clients) {
    for (Map.Entry<String, JsonNode> client : clients.properties()) {
      for (Map.Entry<String, JsonNode> it : client.getValue().properties()) {
        values.put(prefix + client.getKey() + "." + it.getKey(), it.getValue().asText());
      }
    }
  }

  /**
   * Makes what the exchange demands to exist: a user, a record or an entity type of its own, or the
   * one administrator and the one subscription that all exchanges share.
   */
  void give(String fixture, Tenant tenant) {
    if ("user".equals(fixture)) {
      giveUser(tenant);
    } else if ("record".equals(fixture)) {
      giveRecord(tenant);
    } else if ("type".equals(fixture)) {
      giveType(tenant);
    } else if ("administrator".equals(fixture)) {
      giveAdministrator(tenant);
    } else if ("subscription".equals(fixture)) {
      giveSubscription(tenant);
    }
  }

  private void giveAdministrator(Tenant tenant) {
    values.computeIfAbsent("administrator.token", it -> Webhooks.administrator(tenant));
  }

  private void giveSubscription(Tenant tenant) {
    giveAdministrator(tenant);
    if (!values.containsKey("subscription.id")) {
      Reply made =
          Webhooks.subscribe(
              tenant, values.get("administrator.token"), "https://127.0.0.1:9/ciam", true);
      values.put("subscription.id", made.at("/id"));
      values.put("subscription.title", made.at("/title"));
    }
  }

  private void giveUser(Tenant tenant) {
    String email = People.newEmail();
    Reply reply = People.register(tenant, email);
    own.put("user.email", email);
    own.put("user.email_upper", email.toUpperCase(Locale.ROOT));
    own.put("user.password", People.PASSWORD);
    own.put("user.uuid", reply.at("/capture_user/uuid"));
    own.put("user.token", reply.at("/access_token"));
  }

  private void giveRecord(Tenant tenant) {
    String email = People.newEmail();
    String identifier = "https://example.org/u/" + email;
    Reply reply =
        Call.post(tenant, "/entity.create")
            .basic(tenant, "owner")
            .form("type_name", "user")
            .form("attributes", attributes(email, identifier))
            .send();
    own.put("record.email", email);
    own.put("record.email_upper", email.toUpperCase(Locale.ROOT));
    own.put("record.identifier", identifier);
    own.put("record.uuid", reply.at("/uuid"));
    own.put("record.id", reply.at("/id"));
  }

  /** A type with one record that has values everywhere. */
  private void giveType(Tenant tenant) {
    String name = newName();
    own.put("type.name", name);
    Call.post(tenant, "/entityType.create")
        .basic(tenant, "owner")
        .form("type_name", name)
        .form("attr_defs", TYPE)
        .send();
    Reply record =
        Call.post(tenant, "/entity.create")
            .basic(tenant, "owner")
            .form("type_name", name)
            .form("attributes", "{\"name\":\"Ann\",\"tags\":[{\"key\":\"a\"},{\"key\":\"a\"}]}")
            .send();
    own.put("type.record", record.at("/uuid"));
  }

  private static String newName() {
    return "t" + UUID.randomUUID().toString().replace("-", "");
  }

  private static String attributes(String email, String identifier) {
    return """
        {"email":"%1$s","emailVerified":"2026-01-20 17:05:00 +0000","birthday":"1990-02-28",
         "password":"Test.123","primaryAddress":{"city":"Leiden"},
         "profiles":[{"domain":"example.org","identifier":"%2$s",
           "profile":{"emails":[{"type":"other","value":"%1$s"}]}}]}
        """
        .formatted(email, identifier);
  }

  /** Keeps what a mail says: {@code to}, the pattern to {@code find}, the name to keep it as. */
  void read(Map<String, Object> mail, Tenant tenant) {
    if (!mail.isEmpty()) {
      int count = (Integer) mail.getOrDefault("count", 1);
      String found =
          new Mailbox(tenant).find((String) mail.get("to"), (String) mail.get("find"), count);
      own.put((String) mail.get("as"), found);
    }
  }

  /**
   * Keeps the token of a sign-in at a social provider: its {@code profile}, the name to keep it
   * {@code as}, and the {@code application} when it is not the tenant's.
   */
  void signInAtProvider(Object step, Tenant tenant) {
    Map<?, ?> social = (Map<?, ?>) step;
    Object other = social.get("application");
    String application = other == null ? tenant.applicationId() : other.toString();
    own.put(social.get("as").toString(), SocialProvider.token(application, social.get("profile")));
  }

  void store(String name, String value) {
    values.put(name, value);
  }

  /** The tree with all names replaced; {@code |int} makes a number. */
  Object fill(Object tree) {
    if (tree instanceof Map<?, ?> map) {
      Map<String, Object> filled = new LinkedHashMap<>();
      map.forEach(
          (key, value) -> filled.put(String.valueOf(fillText(String.valueOf(key))), fill(value)));
      return filled;
    }
    if (tree instanceof List<?> list) {
      return list.stream().map(this::fill).toList();
    }
    return tree instanceof String text ? fillText(text) : tree;
  }

  private Object fillText(String text) {
    Matcher names = NAME.matcher(text);
    boolean isNumber = names.matches() && names.group(2) != null;
    String filled = names.reset().replaceAll(it -> Matcher.quoteReplacement(value(it.group(1))));
    return isNumber ? (Object) Long.valueOf(filled) : filled;
  }

  String value(String name) {
    String value = own.getOrDefault(name, values.get(name));
    if (value == null) {
      throw new AssertionError("no value for ${" + name + "}");
    }
    return value;
  }

  static String text(JsonNode node) {
    return node.isValueNode() ? node.asText() : node.toString();
  }
}

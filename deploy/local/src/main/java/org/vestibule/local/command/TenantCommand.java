package org.vestibule.local.command;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vestibule.local.stack.SecretsFile;
import org.vestibule.local.stack.StackState;
import org.vestibule.local.tenant.TenantClient;
import org.vestibule.local.tenant.TenantRequest;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes and lists tenants of a running stack. */
@Command(name = "tenant", description = "Make or list tenants.", mixinStandardHelpOptions = true)
final class TenantCommand implements Runnable {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }

  @Command(
      name = "create",
      description = "Make a customer's application with clients, flow and keys.",
      mixinStandardHelpOptions = true)
  void create(
      @Mixin StackFolder stack,
      @Option(names = "--customer", required = true, description = "Name or id.") String customer,
      @Option(names = "--application", required = true) String application,
      @Option(names = "--domain", required = true, description = "Host; may repeat.")
          List<String> domains,
      @Option(names = "--setting", paramLabel = "K=V", description = "First settings.")
          Map<String, String> settings,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    Map<String, Object> values = new LinkedHashMap<>();
    if (settings != null) {
      values.putAll(settings);
    }
    JsonObject tenant =
        client(stack).create(new TenantRequest(customer, application, domains, values));
    System.out.println(json ? tenant.encodePrettily() : TenantText.created(tenant));
  }

  @Command(name = "list", description = "Show all applications.", mixinStandardHelpOptions = true)
  void list(@Mixin StackFolder stack, @Option(names = "--json") boolean json) {
    JsonArray applications = client(stack).applications();
    System.out.println(json ? applications.encodePrettily() : TenantText.list(applications));
  }

  private static TenantClient client(StackFolder stack) {
    StackState state = stack.running();
    return new TenantClient(state.configServiceUrls(), SecretsFile.read(stack.folder()));
  }

  /** Tenants as text for people. */
  private static final class TenantText {
    static String created(JsonObject tenant) {
      StringBuilder text = new StringBuilder();
      for (String name : List.of("customerId", "applicationId", "application", "flowVersion")) {
        text.append(line(name, tenant.getString(name, "")));
      }
      addClients(text, tenant.getJsonObject("clients", new JsonObject()));
      addClients(text, tenant.getJsonObject("oidc", new JsonObject()));
      return text.append("Secrets are shown this once.").toString();
    }

    private static void addClients(StringBuilder text, JsonObject clients) {
      for (String name : clients.fieldNames()) {
        if (clients.getValue(name) instanceof JsonObject client) {
          String secret = client.getString("client_secret", "");
          text.append(line(name, client.getString("client_id") + "  " + secret));
        }
      }
    }

    private static String line(String name, String value) {
      return String.format(Locale.ROOT, "%-20s %s%n", name, value);
    }

    static String list(JsonArray applications) {
      StringBuilder text = new StringBuilder();
      for (Object each : applications) {
        JsonObject application = (JsonObject) each;
        text.append(
            String.format(
                Locale.ROOT,
                "%-28s %-20s %-38s %s%n",
                application.getString("id", application.getString("applicationId")),
                application.getString("name", application.getString("application")),
                application.getString("customerId"),
                application.getJsonArray("domains", new JsonArray()).encode()));
      }
      return text.toString();
    }
  }
}

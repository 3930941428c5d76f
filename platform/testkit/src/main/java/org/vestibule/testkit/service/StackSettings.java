package org.vestibule.testkit.service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vestibule.testkit.postgres.ServiceSchemas;

/**
 * What every service of one stack is told: database, broker, mail server, where text messages go
 * (null = nowhere), the addresses of all services and the secrets.
 */
public record StackSettings(
    String databaseUrl,
    String kafkaBootstrap,
    int mailPort,
    String smsUrl,
    Map<String, List<String>> services,
    StackSecrets secrets) {

  /** The configuration of one service, without its own ports. */
  public Map<String, String> of(String service) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("vestibule.database.url", databaseUrl);
    // Five starts at once on a small machine keep a connection waiting for long.
    settings.put("quarkus.datasource.jdbc.acquisition-timeout", "60S");
    settings.put("vestibule.database.user", ServiceSchemas.role(service));
    settings.put("vestibule.database.password", secrets.databasePassword(service));
    settings.put("vestibule.kafka.bootstrap", kafkaBootstrap);
    services.forEach((name, urls) -> settings.put("vestibule.services." + name, join(urls)));
    settings.put("vestibule.keyring.keys", secrets.keyring());
    settings.put("vestibule.internal.private-key", secrets.privateKeyText(service));
    for (String caller : StackSecrets.CALLERS) {
      settings.put("vestibule.internal.keys." + caller, secrets.publicKeyText(caller));
    }
    settings.put("vestibule.http.trusted-proxies", "127.0.0.1/32,::1/128");
    settings.put("vestibule.outbound.allow", "127.0.0.0/8,::1/128");
    if (service.equals("auth")) {
      settings.put("quarkus.mailer.host", "127.0.0.1");
      settings.put("quarkus.mailer.port", Integer.toString(mailPort));
      if (smsUrl != null) {
        settings.put("vestibule.auth.sms.url", smsUrl);
      }
    }
    return settings;
  }

  /** The configuration of one replica, with its ports. */
  public Map<String, String> of(String service, int port, int managementPort) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("quarkus.http.host", "127.0.0.1");
    settings.put("quarkus.http.port", Integer.toString(port));
    settings.put("quarkus.management.host", "127.0.0.1");
    settings.put("quarkus.management.port", Integer.toString(managementPort));
    settings.putAll(of(service));
    return settings;
  }

  private static String join(List<String> urls) {
    return String.join(",", urls);
  }
}

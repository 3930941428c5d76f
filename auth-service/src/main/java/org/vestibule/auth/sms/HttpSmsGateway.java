package org.vestibule.auth.sms;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vestibule.auth.AuthConfig;
import org.vestibule.auth.outgoing.Undeliverable;
import org.vestibule.platform.outbound.GuardedHttpClient;
import org.vestibule.platform.outbound.OutboundRequest;
import org.vestibule.platform.outbound.OutboundResponse;

/** Speaks to a gateway over HTTP: one call for one message, whose form the operator decides. */
@Singleton
class HttpSmsGateway implements SmsGateway {
  private static final Map<SmsFormat, String> TYPES =
      Map.of(
          SmsFormat.JSON, "application/json",
          SmsFormat.FORM, "application/x-www-form-urlencoded");

  /** Refusals that say nothing about the message. */
  private static final Set<Integer> PASSING = Set.of(401, 403, 404, 408, 425, 429);

  private final GuardedHttpClient http;
  private final AuthConfig.Sms config;
  private final GatewayBody body;
  private final Optional<String> authorization;

  HttpSmsGateway(GuardedHttpClient http, AuthConfig config) {
    this.http = http;
    this.config = config.auth().sms();
    this.body = new GatewayBody(this.config.format(), this.config.body().orElse(null));
    this.authorization = this.config.authorization().or(() -> basic(this.config));
  }

  private static Optional<String> basic(AuthConfig.Sms config) {
    return config
        .user()
        .map(user -> user + ":" + config.password().orElse(""))
        .map(pair -> pair.getBytes(StandardCharsets.UTF_8))
        .map(pair -> "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  @Override
  public boolean isThere() {
    return config.url().isPresent();
  }

  @Override
  public Uni<Void> send(UUID id, SmsContent sms) {
    return http.send(request(id, sms)).invoke(HttpSmsGateway::requireAccepted).replaceWithVoid();
  }

  private OutboundRequest request(UUID id, SmsContent sms) {
    String text =
        body.of(
            Map.of(
                "to", sms.to(),
                "from", config.from().orElse(""),
                "text", sms.text(),
                "id", id.toString()));
    OutboundRequest request =
        OutboundRequest.post(
                config.url().orElseThrow(),
                TYPES.get(config.format()),
                text.getBytes(StandardCharsets.UTF_8))
            .withHeader("Idempotency-Key", id.toString());
    return authorization.map(it -> request.withHeader("Authorization", it)).orElse(request);
  }

  private static void requireAccepted(OutboundResponse response) {
    int status = response.status();
    if (status >= 400 && status < 500 && !PASSING.contains(status)) {
      throw new Undeliverable("the gateway answered HTTP " + status);
    }
    if (status < 200 || status >= 300) {
      throw new IllegalStateException("the gateway answered HTTP " + status);
    }
  }
}

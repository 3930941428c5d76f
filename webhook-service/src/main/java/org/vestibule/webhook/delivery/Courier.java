package org.vestibule.webhook.delivery;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.vestibule.platform.outbound.GuardedHttpClient;
import org.vestibule.platform.outbound.GuardedHttpClients;
import org.vestibule.platform.outbound.OutboundException;
import org.vestibule.platform.outbound.OutboundRequest;
import org.vestibule.webhook.WebhookConfig;

/** Brings a notification to its endpoint: one POST, whose address is judged anew each time. */
@Singleton
class Courier {
  private static final String CONTENT_TYPE = "application/secevent+jwt";

  private final GuardedHttpClient http;
  private final String userAgent;

  @Inject
  Courier(GuardedHttpClients clients, WebhookConfig config) {
    this(client(clients, config.webhook().delivery()), config);
  }

  Courier(GuardedHttpClient http, WebhookConfig config) {
    this.http = http;
    this.userAgent = config.webhook().delivery().userAgent();
  }

  private static GuardedHttpClient client(
      GuardedHttpClients clients, WebhookConfig.Delivery limits) {
    return clients.make(
        clients
            .settings()
            .within(
                limits.connectTimeout(),
                limits.attemptTimeout(),
                limits.responseBytes(),
                limits.perHost()));
  }

  /** The answer, or why there is none; fails only when nothing was sent through our own fault. */
  Uni<Answer> deliver(Attempt attempt) {
    return http.send(request(attempt))
        .map(AnswerReader::read)
        .onFailure(OutboundException.class)
        .recoverWithItem(failure -> AnswerReader.none((OutboundException) failure));
  }

  private OutboundRequest request(Attempt attempt) {
    byte[] body = attempt.token().getBytes(StandardCharsets.US_ASCII);
    return OutboundRequest.post(attempt.endpoint(), CONTENT_TYPE, body)
        .withHeader("Accept", "*/*")
        .withHeader("User-Agent", userAgent);
  }

  @PreDestroy
  void close() {
    http.close();
  }
}

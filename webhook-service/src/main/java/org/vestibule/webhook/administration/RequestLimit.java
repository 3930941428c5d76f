package org.vestibule.webhook.administration;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.webhook.WebhookConfig;
import org.vestibule.webhook.administration.RequestWindowRepository.Window;
import org.vestibule.webhook.wire.WebhookProblem;

/** Counts the requests of each client in minutes that begin with a request, for all replicas. */
@Singleton
class RequestLimit {
  private final SqlTransactions transactions;
  private final RequestWindowRepository windows;
  private final int perMinute;

  RequestLimit(
      SqlTransactions transactions, RequestWindowRepository windows, WebhookConfig config) {
    this.transactions = transactions;
    this.windows = windows;
    this.perMinute = config.webhook().subscriptions().requestsPerMinute();
  }

  Uni<Void> count(Administrator administrator) {
    return transactions
        .read(tx -> windows.count(tx, administrator.customerId(), administrator.clientId()))
        .invoke(this::require)
        .replaceWithVoid();
  }

  private void require(Window window) {
    if (window.requests() > perMinute) {
      Duration wait = Duration.ofSeconds((long) Math.ceil(window.secondsLeft()));
      throw new WebhookProblem.TooManyRequests(wait).exception();
    }
  }
}

package org.vestibule.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pins names and defaults of the operator's settings. */
class WebhookConfigTest {

  @Test
  void defaults() {
    WebhookConfig.Subscriptions subscriptions = TestSettings.defaults().webhook().subscriptions();
    WebhookConfig.Delivery delivery = TestSettings.defaults().webhook().delivery();

    assertThat(subscriptions.perCustomer()).isEqualTo(100);
    assertThat(subscriptions.events())
        .containsExactly("entityCreated", "entityDeleted", "entityUpdated");
    assertThat(subscriptions.requestsPerMinute()).isEqualTo(100);
    assertThat(subscriptions.answerWithin()).isEqualTo(Duration.ofSeconds(10));
    assertThat(delivery.userAgent()).isEqualTo("Vestibule Webhooks/3.0");
    assertThat(delivery.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(delivery.attemptTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(delivery.responseBytes()).isEqualTo(64 * 1024);
    assertThat(delivery.perHost()).isEqualTo(10);
    assertThat(delivery.underWay()).isEqualTo(1_000);
    assertThat(delivery.poll()).isEqualTo(Duration.ofMillis(500));
    assertThat(delivery.waitFactor()).isEqualTo(1.0);
  }

  @Test
  void names() {
    WebhookConfig.Webhook webhook =
        TestSettings.of(
                Map.of(
                    "subscriptions.per-customer", "7",
                    "subscriptions.requests-per-minute", "8",
                    "delivery.wait-factor", "0.01",
                    "delivery.per-host", "3",
                    "delivery.under-way", "4",
                    "delivery.attempt-timeout", "5s"))
            .webhook();

    assertThat(webhook.subscriptions().perCustomer()).isEqualTo(7);
    assertThat(webhook.subscriptions().requestsPerMinute()).isEqualTo(8);
    assertThat(webhook.delivery().waitFactor()).isEqualTo(0.01);
    assertThat(webhook.delivery().perHost()).isEqualTo(3);
    assertThat(webhook.delivery().underWay()).isEqualTo(4);
    assertThat(webhook.delivery().attemptTimeout()).isEqualTo(Duration.ofSeconds(5));
  }
}

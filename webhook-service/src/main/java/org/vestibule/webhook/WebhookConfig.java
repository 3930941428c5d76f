package org.vestibule.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** What the operator tells webhook-service beyond what every service is told. */
@ConfigMapping(prefix = "vestibule")
public interface WebhookConfig {
  /** Settings of webhook-service. */
  Webhook webhook();

  /** Settings of webhook-service. */
  interface Webhook {
    /** Subscriptions and the API that manages them. */
    Subscriptions subscriptions();

    /** Sending of notifications. */
    Delivery delivery();
  }

  /** Subscriptions and the API that manages them. */
  interface Subscriptions {
    /** Most subscriptions of one customer. */
    @WithDefault("100")
    int perCustomer();

    /** Types of events that a subscription may name. */
    @WithDefault("entityCreated,entityDeleted,entityUpdated")
    List<String> events();

    /** Requests of one client within a minute before it is told to come later. */
    @WithDefault("100")
    int requestsPerMinute();

    /** Longest time for an answer of the API. */
    @WithDefault("10s")
    Duration answerWithin();
  }

  /** Sending of notifications. */
  interface Delivery {
    /** How the sender names itself to receivers. */
    @WithDefault("Vestibule Webhooks/3.0")
    String userAgent();

    /** Longest time to establish a connection to a receiver. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** Longest time for one attempt, its answer included. */
    @WithDefault("10s")
    Duration attemptTimeout();

    /** Bytes of a receiver's answer that are read. */
    @WithDefault("65536")
    int responseBytes();

    /** Requests under way to one host and port, for each replica. */
    @WithDefault("10")
    int perHost();

    /** Requests under way altogether, for each replica. */
    @WithDefault("1000")
    int underWay();

    /** Pause between looks for due notifications when nothing woke the dispatcher. */
    @WithDefault("500ms")
    Duration poll();

    /** Factor of the waits between attempts; anything but 1 is for tests. */
    @WithDefault("1")
    double waitFactor();
  }
}

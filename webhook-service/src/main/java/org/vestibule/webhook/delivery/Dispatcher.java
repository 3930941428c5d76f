package org.vestibule.webhook.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.vestibule.platform.loop.InTurn;
import org.vestibule.platform.loop.Loop;
import org.vestibule.platform.loop.LoopTimes;
import org.vestibule.webhook.WebhookConfig;

/**
 * Takes due deliveries as long as there is room for them and has them sent. Several replicas may do
 * so at once; each delivery is taken by one.
 */
@Singleton
public class Dispatcher {
  private static final long LONGEST_FAREWELL_MILLIS = 8_000;

  private final Claims claims;
  private final Lanes lanes;
  private final Outgoing outgoing;
  private final Endings endings;
  private final Loop loop;

  Dispatcher(
      Claims claims,
      Lanes lanes,
      Outgoing outgoing,
      Endings endings,
      WebhookConfig config,
      MeterRegistry metrics,
      Vertx vertx) {
    this.claims = claims;
    this.lanes = lanes;
    this.outgoing = outgoing;
    this.endings = endings;
    LoopTimes times = LoopTimes.every(config.webhook().delivery().poll());
    this.loop = new Loop("delivery-dispatcher", times, vertx, this::dispatch);
    metrics.gauge("vestibule.webhook.under.way", lanes, Lanes::total);
  }

  void onStart(@Observes StartupEvent event) {
    start();
  }

  void onStop(@Observes ShutdownEvent event) {
    stop();
  }

  void start() {
    endings.start(loop::wake);
    loop.start();
  }

  /** Lets attempts under way end: what is cut off is sent again by whoever finds it. */
  void stop() {
    loop.stop();
    awaitEndings();
    endings.stop();
  }

  /** Looks for due deliveries now. */
  public void wake() {
    loop.wake();
  }

  private Uni<Boolean> dispatch() {
    return claims
        .dueSubscriptions()
        .call(this::giveUpDisabled)
        .map(due -> due.stream().filter(DueSubscription::enabled).toList())
        .map(lanes::allot)
        .chain(this::begin);
  }

  private Uni<Boolean> begin(List<Allotment> allotments) {
    return allotments.isEmpty()
        ? Uni.createFrom().item(false)
        : claims.begin(allotments).invoke(this::send).map(attempts -> !attempts.isEmpty());
  }

  private void send(List<Attempt> attempts) {
    attempts.forEach(it -> lanes.occupy(it.host()));
    outgoing.send(attempts);
  }

  /** What a change of the subscription and an event stored at the same time left over. */
  private Uni<Void> giveUpDisabled(List<DueSubscription> due) {
    return InTurn.each(due.stream().filter(it -> !it.enabled()).toList(), claims::giveUp);
  }

  private void awaitEndings() {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_FAREWELL_MILLIS);
    try {
      while (lanes.total() > 0 && System.nanoTime() < end) {
        Thread.sleep(20);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

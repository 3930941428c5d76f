package org.vestibule.platform.kafka;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.vestibule.platform.config.PlatformConfig;
import org.vestibule.platform.config.ServiceName;
import org.vestibule.platform.event.ReceivedEvent;
import org.vestibule.platform.inbox.Inbox;
import org.vestibule.platform.sql.Transactions;

/** Makes the consumer loops of a service and ends them with it. */
@Singleton
public class ConsumerLoops {
  private final Vertx vertx;
  private final Inbox inbox;
  private final String bootstrap;
  private final String service;
  private final List<ConsumerLoop> running = new ArrayList<>();
  private BroadcastLoop broadcast;

  /** Takes what every loop needs. */
  public ConsumerLoops(Vertx vertx, Inbox inbox, PlatformConfig config, ServiceName name) {
    this.vertx = vertx;
    this.inbox = inbox;
    this.bootstrap = config.kafka().bootstrap();
    this.service = name.value();
  }

  /**
   * Starts a loop of the group {@code vestibule-<service>-<name>}: each event has its effect and
   * its inbox row in one transaction; a failing effect is tried again for ever, in order, with
   * back-off.
   */
  public ConsumerLoop work(
      String name, String topic, Transactions transactions, EventHandler handler) {
    String group = "vestibule-" + service + "-" + name;
    EventWork work = new EventWork(vertx, group, transactions, inbox, handler);
    return start(new WorkLoop(new ConsumerSettings(bootstrap, group), topic, work));
  }

  /**
   * Tells of every event of the topics from now on, for caches; {@code onReconnect} runs when
   * events may have been missed.
   */
  public BroadcastFeed broadcast(
      List<String> topics, Consumer<ReceivedEvent> onEvent, Runnable onReconnect) {
    return broadcast(topics, type -> true, onEvent, onReconnect);
  }

  /** The same for events of some types only. */
  public synchronized BroadcastFeed broadcast(
      List<String> topics,
      Predicate<String> types,
      Consumer<ReceivedEvent> onEvent,
      Runnable onReconnect) {
    BroadcastFeed feed = new BroadcastFeed(Set.copyOf(topics), types, onEvent, onReconnect);
    boolean isFirst = broadcast == null;
    if (isFirst) {
      broadcast = new BroadcastLoop(new ConsumerSettings(bootstrap, null));
    }
    broadcast.join(feed);
    if (isFirst) {
      start(broadcast);
    }
    return feed;
  }

  private synchronized ConsumerLoop start(ConsumerLoop loop) {
    running.add(loop);
    loop.start();
    return loop;
  }

  void onStop(@Observes ShutdownEvent stopped) {
    stop();
  }

  /** Ends all loops after the message at work. */
  public synchronized void stop() {
    running.forEach(ConsumerLoop::signalStop);
    running.forEach(ConsumerLoop::awaitStop);
  }
}

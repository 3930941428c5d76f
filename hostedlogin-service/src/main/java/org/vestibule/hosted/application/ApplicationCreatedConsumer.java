package org.vestibule.hosted.application;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.vestibule.platform.event.ReceivedEvent;
import org.vestibule.platform.kafka.ConsumerLoops;
import org.vestibule.platform.kafka.EventHandler;
import org.vestibule.platform.kafka.UnreadableMessage;
import org.vestibule.platform.sql.SessionTransactions;
import org.vestibule.platform.sql.Tx;

/** Reads {@code config-events} and makes Hosted Login's part of every new application. */
@Singleton
class ApplicationCreatedConsumer implements EventHandler {
  private static final Logger LOG = Logger.getLogger(ApplicationCreatedConsumer.class);
  private static final String TOPIC = "config-events";

  private final ConsumerLoops loops;
  private final SessionTransactions transactions;
  private final ProvisioningService provisioning;

  ApplicationCreatedConsumer(
      ConsumerLoops loops, SessionTransactions transactions, ProvisioningService provisioning) {
    this.loops = loops;
    this.transactions = transactions;
    this.provisioning = provisioning;
  }

  void start(@Observes StartupEvent started) {
    loops.work("applications", TOPIC, transactions, this);
  }

  @Override
  public boolean concernsType(String type) {
    return type.equals("application-created");
  }

  @Override
  public Uni<Void> handle(Tx tx, ReceivedEvent event) {
    return provisioning.provision(tx, NewApplication.of(event));
  }

  @Override
  public Uni<Void> park(Tx tx, UnreadableMessage message) {
    LOG.errorf(
        "%s-%d@%d is not an event: %s",
        message.topic(), message.partition(), message.offset(), message.reason());
    return Uni.createFrom().voidItem();
  }
}

package org.vestibule.auth.sms;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.vestibule.auth.outgoing.OutgoingMessage;
import org.vestibule.auth.outgoing.OutgoingQueue;
import org.vestibule.auth.outgoing.OutgoingQueues;
import org.vestibule.auth.outgoing.OutgoingReceipt;
import org.vestibule.platform.sql.Tx;

/** Takes text messages in the transaction of their cause. */
@Singleton
public class SmsService {
  static final String TABLE = "outgoing_sms";

  private final SmsGateway gateway;
  private final OutgoingQueue<SmsContent> queue;

  SmsService(SmsGateway gateway, OutgoingQueues queues) {
    this.gateway = gateway;
    this.queue = queues.make("sms", TABLE, SmsContent.class, gateway::send, OutgoingReceipt.NONE);
  }

  void start(@Observes StartupEvent started) {
    queue.start();
  }

  void stop(@Observes ShutdownEvent stopped) {
    queue.stop();
  }

  /** Whether text messages can be sent at all. */
  public boolean isOn() {
    return gateway.isThere();
  }

  /** Puts a text message on its way once the transaction commits. */
  public Uni<Void> send(Tx tx, OutgoingMessage<SmsContent> sms) {
    return queue.put(tx, sms);
  }
}

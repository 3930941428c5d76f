package org.vestibule.webhook.delivery;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.vestibule.platform.net.CidrList;
import org.vestibule.platform.offload.Offload;
import org.vestibule.platform.offload.OffloadSettings;
import org.vestibule.platform.outbound.GuardedHttpClient;
import org.vestibule.platform.outbound.NameResolver;
import org.vestibule.platform.outbound.OutboundSettings;
import org.vestibule.webhook.TestSettings;
import org.vestibule.webhook.WebhookConfig;
import org.vestibule.webhook.signing.KeySource;
import org.vestibule.webhook.signing.SecurityEventTokens;
import org.vestibule.webhook.signing.SigningKey;

/** The delivery engine of one replica on a database that others may use too. */
final class Replica implements AutoCloseable {
  static final KeyPair KEYS = keys();

  final Dispatcher dispatcher;
  final Claims claims;
  final Lanes lanes;
  private final Offload offload =
      new Offload(new SimpleMeterRegistry(), OffloadSettings.defaults());

  Replica(DeliveryDatabase database, Map<String, String> settings) {
    this(database, settings, Replica::key, Replica::loopback);
  }

  Replica(
      DeliveryDatabase database, Map<String, String> settings, KeySource keys, NameResolver names) {
    WebhookConfig config = TestSettings.of(settings);
    WebhookConfig.Delivery limits = config.webhook().delivery();
    lanes = new Lanes(config);
    EndingRepository ends = new EndingRepository();
    Endings endings =
        new Endings(
            database.transactions,
            ends,
            new RecordLockRepository(),
            lanes,
            new SimpleMeterRegistry(),
            database.vertx);
    OutboundSettings reach =
        OutboundSettings.of(CidrList.parse("127.0.0.0/8"), false)
            .within(limits.connectTimeout(), limits.attemptTimeout(), limits.responseBytes(), 10);
    Courier courier = new Courier(new GuardedHttpClient(database.vertx, names, reach), config);
    Notifications notifications =
        new Notifications(
            keys,
            new SecurityEventTokens(Clock.systemUTC()),
            new NotificationRepository(),
            database.transactions,
            offload,
            UUID::randomUUID);
    Judgement judgement = new Judgement(config, Clock.systemUTC());
    Outgoing outgoing = new Outgoing(notifications, courier, judgement, endings, config);
    claims =
        new Claims(
            database.transactions,
            new ClaimRepository(),
            database.deliveries,
            ends,
            new RecordLockRepository(),
            UUID::randomUUID,
            config);
    dispatcher =
        new Dispatcher(
            claims, lanes, outgoing, endings, config, new SimpleMeterRegistry(), database.vertx);
  }

  static Replica started(DeliveryDatabase database, Map<String, String> settings) {
    Replica replica = new Replica(database, settings);
    replica.dispatcher.start();
    return replica;
  }

  static Uni<SigningKey> key(UUID customer) {
    return Uni.createFrom()
        .item(new SigningKey(customer, "https://id.example.com", "kid1", KEYS.getPrivate()));
  }

  static Uni<List<InetAddress>> loopback(String name) {
    return Uni.createFrom().item(List.of(InetAddress.getLoopbackAddress()));
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (java.security.GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** Waits until nothing is under way. */
  void settle() {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (lanes.total() > 0 && System.nanoTime() < end) {
      org.vestibule.testkit.Waiting.pause(10);
    }
  }

  @Override
  public void close() {
    dispatcher.stop();
  }
}

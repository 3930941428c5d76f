package org.vestibule.platform;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.Map;
import org.vestibule.platform.config.PlatformConfig;
import org.vestibule.platform.config.ServiceName;
import org.vestibule.platform.inbox.Inbox;
import org.vestibule.platform.kafka.ConsumerLoops;
import org.vestibule.platform.kafka.EventPublisher;
import org.vestibule.platform.loop.SafeContext;
import org.vestibule.platform.offload.Offload;
import org.vestibule.platform.outbox.Outbox;
import org.vestibule.platform.outbox.OutboxRelay;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.testkit.PostgresForTests;
import org.vestibule.testkit.TestConfig;
import org.vestibule.testkit.TestDatabase;

/** The platform of one service without its container, on a database of its own. */
public final class TestPlatform implements AutoCloseable {
  public final TestDatabase database =
      PostgresForTests.migratedDatabase("webhook", "classpath:db/platform");
  public final Vertx vertx = Vertx.vertx();
  public final PlatformConfig config = config(TestConfig.serviceConfig("webhook"));
  public final ServiceName name = new ServiceName("webhook-service");
  public final Pool pool = pool();
  public final SqlTransactions transactions = new SqlTransactions(pool);
  public final Offload offload = new Offload(new SimpleMeterRegistry(), config);
  public final EventPublisher publisher = new EventPublisher(config, offload, name);
  public final OutboxRelay relay = relay();
  public final Outbox outbox = new Outbox(relay);
  public final Inbox inbox = new Inbox(pool);
  public final ConsumerLoops loops = new ConsumerLoops(vertx, inbox, config, name);

  /** One more relay on the same database, as another replica has it. */
  public OutboxRelay relay() {
    return new OutboxRelay(pool, publisher, config, vertx, new SimpleMeterRegistry());
  }

  public <T> T await(Uni<T> work) {
    return SafeContext.await(vertx, () -> work, Duration.ofSeconds(10));
  }

  public static PlatformConfig config(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(values, "test", 100))
        .addDiscoveredConverters()
        .withMapping(PlatformConfig.class)
        .withMappingIgnore("vestibule.**")
        .build()
        .getConfigMapping(PlatformConfig.class);
  }

  private Pool pool() {
    PgConnectOptions options =
        PgConnectOptions.fromUri(database.url())
            .setUser(database.user())
            .setPassword(database.password());
    return PgBuilder.pool()
        .with(new PoolOptions().setMaxSize(8))
        .connectingTo(options)
        .using(new io.vertx.mutiny.core.Vertx(vertx))
        .build();
  }

  @Override
  public void close() {
    relay.stop();
    loops.stop();
    await(pool.close());
    await(Uni.createFrom().completionStage(vertx.close().toCompletionStage()));
  }
}

package org.vestibule.hosted.keys;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.hosted.HostedLoginConfig;
import org.vestibule.platform.loop.Loop;
import org.vestibule.platform.loop.LoopTimes;
import org.vestibule.platform.sql.SessionTransactions;

/** Looks for customers whose keys have served their time, one after the other. */
@ApplicationScoped
class KeyRotationLoop {
  private final SigningKeyRepository repository;
  private final SessionTransactions transactions;
  private final KeyRotation rotation;
  private final HostedLoginConfig.Keys config;
  private final Clock clock;
  private final Loop loop;

  KeyRotationLoop(
      SigningKeyRepository repository,
      SessionTransactions transactions,
      KeyRotation rotation,
      HostedLoginConfig config,
      Clock clock,
      Vertx vertx) {
    this.repository = repository;
    this.transactions = transactions;
    this.rotation = rotation;
    this.config = config.hostedlogin().keys();
    this.clock = clock;
    this.loop = new Loop("key-rotation", LoopTimes.every(this.config.check()), vertx, this::step);
  }

  void start(@Observes StartupEvent started) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent stopped) {
    loop.stop();
  }

  /** Whether there was a customer, so that there may be more. */
  Uni<Boolean> step() {
    RotationLimits limits = RotationLimits.at(clock.instant(), config.rotateAfter());
    return transactions
        .read(tx -> repository.due(tx, limits))
        .call(due -> due.map(it -> rotate(it, limits)).orElseGet(Uni.createFrom()::voidItem))
        .map(Optional::isPresent);
  }

  private Uni<Void> rotate(UUID customerId, RotationLimits limits) {
    return transactions.run(tx -> rotation.rotate(tx, customerId, limits)).replaceWithVoid();
  }
}

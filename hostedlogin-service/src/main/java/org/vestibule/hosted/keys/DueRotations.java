package org.vestibule.hosted.keys;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.hosted.HostedLoginConfig;
import org.vestibule.platform.loop.BackgroundWork;
import org.vestibule.platform.loop.LoopTimes;
import org.vestibule.platform.sql.SessionTransactions;

/** Looks for customers whose keys have served their time, one after the other. */
@Singleton
class DueRotations implements BackgroundWork {
  private final SigningKeyRepository repository;
  private final SessionTransactions transactions;
  private final KeyRotation rotation;
  private final HostedLoginConfig.Keys config;
  private final Clock clock;

  DueRotations(
      SigningKeyRepository repository,
      SessionTransactions transactions,
      KeyRotation rotation,
      HostedLoginConfig config,
      Clock clock) {
    this.repository = repository;
    this.transactions = transactions;
    this.rotation = rotation;
    this.config = config.hostedlogin().keys();
    this.clock = clock;
  }

  @Override
  public String name() {
    return "key-rotation";
  }

  @Override
  public LoopTimes times() {
    return LoopTimes.every(config.check());
  }

  @Override
  public Uni<Boolean> work() {
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

package org.vestibule.auth.factor;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.vestibule.auth.AuthConfig;
import org.vestibule.auth.factor.code.CodeService;
import org.vestibule.auth.factor.device.DeviceService;
import org.vestibule.platform.loop.Loop;
import org.vestibule.platform.loop.LoopTimes;

/** Removes codes and devices whose time is over, in batches. */
@ApplicationScoped
public class FactorCleanUp {
  private static final int BATCH = 1000;

  private final CodeService codes;
  private final DeviceService devices;
  private final Loop loop;

  FactorCleanUp(CodeService codes, DeviceService devices, AuthConfig config, Vertx vertx) {
    this.codes = codes;
    this.devices = devices;
    LoopTimes times = LoopTimes.every(config.auth().tokens().cleanUp());
    this.loop = new Loop("factor-clean-up", times, vertx, this::removeBatch);
  }

  void start(@Observes StartupEvent started) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent stopped) {
    loop.stop();
  }

  /** Whether there is more to remove. */
  Uni<Boolean> removeBatch() {
    return codes
        .forget(BATCH)
        .chain(first -> devices.forget(BATCH).map(second -> Math.max(first, second) == BATCH));
  }
}

package org.vestibule.auth.factor;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.vestibule.auth.AuthConfig;
import org.vestibule.auth.factor.code.CodeService;
import org.vestibule.auth.factor.device.DeviceService;
import org.vestibule.platform.loop.BackgroundWork;
import org.vestibule.platform.loop.LoopTimes;

/** Removes codes and devices whose time is over, in batches. */
@Singleton
public class FactorCleanUp implements BackgroundWork {
  private static final int BATCH = 1000;

  private final CodeService codes;
  private final DeviceService devices;
  private final LoopTimes times;

  FactorCleanUp(CodeService codes, DeviceService devices, AuthConfig config) {
    this.codes = codes;
    this.devices = devices;
    this.times = LoopTimes.every(config.auth().tokens().cleanUp());
  }

  @Override
  public String name() {
    return "factor-clean-up";
  }

  @Override
  public LoopTimes times() {
    return times;
  }

  @Override
  public Uni<Boolean> work() {
    return codes
        .forget(BATCH)
        .chain(first -> devices.forget(BATCH).map(second -> Math.max(first, second) == BATCH));
  }
}

package org.vestibule.platform.loop;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * A background activity that repeats one asynchronous step: at once while the step says that there
 * is more, after a pause otherwise, after a growing pause when it fails, and never twice at a time.
 */
public final class Loop {

  private static final Logger LOG = Logger.getLogger(Loop.class);
  private static final long NO_TIMER = -1;

  private final String name;
  private final LoopTimes times;
  private final Supplier<Uni<Boolean>> step;
  private final Vertx vertx;
  private final Context home;
  private final CountDownLatch ended = new CountDownLatch(1);

  // Touched on the home context only, so that no two runs can start.
  private State state = State.NEW;
  private boolean wakeAgain;
  private boolean isHurried;
  private int failures;
  private long timer = NO_TIMER;

  /** Nothing runs before {@link #start()}; the step says whether there is more to do now. */
  public Loop(String name, LoopTimes times, Vertx vertx, Supplier<Uni<Boolean>> step) {
    this.name = name;
    this.times = times;
    this.step = step;
    this.vertx = vertx;
    this.home = VertxContext.getRootContext(vertx.getOrCreateContext());
  }

  private enum State {
    NEW,
    WAITING,
    RUNNING,
    STOPPING,
    STOPPED
  }

  public void start() {
    onHome(this::begin);
  }

  /**
   * Cuts the pause short to the time for which a wake waits for others; during a run it asks for
   * one more. After a failure the pause stays.
   */
  public void wake() {
    onHome(this::hurry);
  }

  /** Starts no further run and waits a bounded time for the current one; not for event loops. */
  public void stop() {
    onHome(this::end);
    try {
      if (!ended.await(times.stopWait().toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warnf("loop %s is still running after %s, leaving it", name, times.stopWait());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void begin() {
    if (state == State.NEW) {
      run();
    }
  }

  private void hurry() {
    if (state == State.RUNNING) {
      wakeAgain = true;
    } else if (state == State.WAITING && failures == 0 && !isHurried) {
      cancelTimer();
      isHurried = true;
      pause(times.linger());
    }
  }

  private void end() {
    cancelTimer();
    if (state == State.RUNNING) {
      state = State.STOPPING;
    } else if (state != State.STOPPING) {
      state = State.STOPPED;
      ended.countDown();
    }
  }

  private void run() {
    cancelTimer();
    state = State.RUNNING;
    wakeAgain = false;
    isHurried = false;
    Context own = VertxContext.createNewDuplicatedContext(home);
    VertxContextSafetyToggle.setContextSafe(own, true);
    own.runOnContext(ignored -> attempt());
  }

  private void attempt() {
    Uni.createFrom()
        .deferred(step::get)
        .subscribe()
        .with(more -> onHome(() -> succeeded(more)), failure -> onHome(() -> failed(failure)));
  }

  private void succeeded(Boolean more) {
    if (failures > 0) {
      LOG.infof("loop %s works again after %d failures", name, failures);
    }
    failures = 0;
    isHurried = wakeAgain;
    next(Boolean.TRUE.equals(more) ? Duration.ZERO : wakeAgain ? times.linger() : times.delay());
  }

  private void failed(Throwable failure) {
    failures++;
    Duration pause = times.backOff(failures, ThreadLocalRandom.current().nextDouble());
    // The first failure and every doubling: an outage of an hour must not fill the log.
    if (Integer.bitCount(failures) == 1) {
      LOG.warnf(failure, "loop %s failed (%d in a row), next try in %s", name, failures, pause);
    }
    next(pause);
  }

  private void next(Duration pause) {
    if (state == State.STOPPING) {
      state = State.STOPPED;
      ended.countDown();
      return;
    }
    state = State.WAITING;
    pause(pause);
  }

  private void pause(Duration pause) {
    if (pause.isZero()) {
      run();
    } else {
      timer = vertx.setTimer(pause.toMillis(), ignored -> onHome(this::timeUp));
    }
  }

  private void timeUp() {
    timer = NO_TIMER;
    if (state == State.WAITING) {
      run();
    }
  }

  private void cancelTimer() {
    if (timer != NO_TIMER) {
      vertx.cancelTimer(timer);
      timer = NO_TIMER;
    }
  }

  private void onHome(Runnable action) {
    home.runOnContext(ignored -> action.run());
  }
}

package org.vestibule.platform.loop;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** Repeats all background work of a service from its start to its end. */
@Singleton
public class BackgroundLoops {
  private final List<Loop> loops;

  /** Takes the work of the service, each of which gets a loop of its own. */
  public BackgroundLoops(@All List<BackgroundWork> works, Vertx vertx) {
    this.loops =
        works.stream().map(it -> new Loop(it.name(), it.times(), vertx, it::work)).toList();
  }

  void onStart(@Observes StartupEvent started) {
    loops.forEach(Loop::start);
  }

  void onStop(@Observes ShutdownEvent stopped) {
    loops.forEach(Loop::stop);
  }
}

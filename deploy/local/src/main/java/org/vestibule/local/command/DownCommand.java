package org.vestibule.local.command;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.vestibule.local.host.StackFailure;
import org.vestibule.local.stack.StackState;
import org.vestibule.testkit.process.Signal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops the stack; its data stays. */
@Command(name = "down", description = "Stop everything.", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int POLL_MILLISECONDS = 50;

  @Mixin StackFolder stack;

  @Override
  public Integer call() throws InterruptedException {
    Optional<StackState> state = StackState.read(stack.folder());
    if (state.filter(StackState::isLauncherRunning).isPresent()) {
      stopLauncher(state.get());
    } else {
      endLeftovers(state.map(StackState::leftovers).orElse(List.of()));
    }
    return 0;
  }

  private void stopLauncher(StackState state) throws InterruptedException {
    stack.ask(state, "POST", "/stop");
    await(() -> !state.isLauncherRunning(), "The launcher does not end.");
    System.out.println("Stopped.");
  }

  private void endLeftovers(List<Long> pids) throws InterruptedException {
    if (pids.isEmpty()) {
      System.out.println("Nothing runs in " + stack.path() + ".");
      return;
    }
    // The database ends in order on INT, a Java machine on both.
    pids.forEach(Signal.INT::send);
    await(() -> pids.stream().noneMatch(DownCommand::isAlive), "Some programs do not end: " + pids);
    System.out.println("Ended what an earlier start had left: " + pids);
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }

  private static void await(BooleanSupplier done, String failure) throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new StackFailure(failure);
      }
      Thread.sleep(POLL_MILLISECONDS);
    }
  }
}

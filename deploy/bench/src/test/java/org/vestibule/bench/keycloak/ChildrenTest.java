package org.vestibule.bench.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vestibule.testkit.process.ChildProcess;

class ChildrenTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir Path folder;

  private List<String> shell(String script) {
    return List.of("sh", "-c", script);
  }

  @Test
  void everything_endsWithTheScenario_alsoWhatAScriptHasStarted() throws Exception {
    ProcessHandle sleeper;
    ChildProcess script;
    try (Children children = new Children()) {
      script = children.start(shell("sleep 300 & wait"), folder, log(), Map.of());
      sleeper = sleeper(script);
      assertThat(sleeper.isAlive()).isTrue();
    }
    assertThat(script.isAlive()).isFalse();
    sleeper.onExit().get(20, TimeUnit.SECONDS);
  }

  @Test
  void program_thatFails_isToldWithItsLastLines() {
    try (Children children = new Children()) {
      List<String> command = shell("echo no such artifact; exit 3");
      assertThatThrownBy(() -> children.complete(command, folder, log(), Map.of(), LIMIT))
          .hasMessageContaining("ended with 3")
          .hasMessageContaining("no such artifact");
    }
  }

  @Test
  void program_thatTakesTooLong_isToldAndEnds() {
    try (Children children = new Children()) {
      List<String> command = shell("exec sleep 300");
      assertThatThrownBy(
              () -> children.complete(command, folder, log(), Map.of(), Duration.ofMillis(100)))
          .hasMessageContaining("did not end within");
    }
  }

  @Test
  void nothing_isStartedAfterTheEnd() {
    Children children = new Children();
    children.close();
    assertThatThrownBy(() -> children.start(shell("true"), folder, log(), Map.of()))
        .isInstanceOf(IllegalStateException.class);
  }

  private static ProcessHandle sleeper(ChildProcess script) throws InterruptedException {
    Optional<ProcessHandle> found = Optional.empty();
    for (int i = 0; i < 200 && found.isEmpty(); i++) {
      Thread.sleep(50);
      found = script.process().descendants().findFirst();
    }
    return found.orElseThrow();
  }

  private Path log() {
    return folder.resolve("log");
  }
}

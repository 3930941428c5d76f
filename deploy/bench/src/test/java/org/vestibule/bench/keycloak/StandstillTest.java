package org.vestibule.bench.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StandstillTest {
  private Process first;
  private Process second;

  @BeforeEach
  void start() throws IOException {
    first = new ProcessBuilder("sleep", "300").start();
    second = new ProcessBuilder("sleep", "300").start();
  }

  @AfterEach
  void stop() {
    first.destroyForcibly();
    second.destroyForcibly();
  }

  @Test
  void onlyTheChosen_work_andEverybodyAfterTheEnd() throws Exception {
    try (Standstill standstill = new Standstill(List.of(first.pid(), second.pid()))) {
      standstill.letWork(List.of(second.pid()));
      assertThat(stands(first, true)).isTrue();
      assertThat(stands(second, false)).isTrue();
      standstill.letWork(List.of(first.pid()));
      assertThat(stands(first, false)).isTrue();
      assertThat(stands(second, true)).isTrue();
    }
    assertThat(stands(first, false)).isTrue();
    assertThat(stands(second, false)).isTrue();
  }

  @Test
  void nobody_isStoppedAfterTheEnd() throws Exception {
    Standstill standstill = new Standstill(List.of(first.pid(), second.pid()));
    standstill.close();
    standstill.letWork(List.of());
    assertThat(stands(first, false)).isTrue();
  }

  /** A signal takes effect a moment later. */
  private static boolean stands(Process process, boolean expected) throws Exception {
    for (int i = 0; i < 100; i++) {
      if ((state(process) == 'T') == expected) {
        return true;
      }
      Thread.sleep(50);
    }
    return false;
  }

  private static char state(Process process) throws IOException {
    String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
    return stat.charAt(stat.lastIndexOf(')') + 2);
  }
}

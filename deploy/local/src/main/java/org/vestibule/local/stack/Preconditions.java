package org.vestibule.local.stack;

import java.util.List;
import org.vestibule.local.host.DataFolder;
import org.vestibule.local.host.StackFailure;
import org.vestibule.testkit.process.Ports;

/** What must hold before anything is started; each failure says what to do. */
final class Preconditions {
  private Preconditions() {}

  static void check(DataFolder folder, int port) {
    List<Long> leftovers = StackState.read(folder).map(StackState::leftovers).orElse(List.of());
    if (!leftovers.isEmpty()) {
      throw new StackFailure(
          "Programs of an earlier start still run (pids "
              + leftovers
              + "); end them with ./vestibule down.");
    }
    if (port != 0 && !Ports.isFree(port)) {
      throw new StackFailure("Port " + port + " is in use; free it or choose another with --port.");
    }
  }
}

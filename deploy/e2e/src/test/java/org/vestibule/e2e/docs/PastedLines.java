package org.vestibule.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.vestibule.e2e.stack.Stack;

/** Lines of a page, pasted into a POSIX shell in the folder of the project. */
final class PastedLines {
  private static final int LIMIT_SECONDS = 90;

  private PastedLines() {}

  /** What the lines print; the first that fails ends them and the test. */
  static String run(String lines, Stack stack) throws IOException, InterruptedException {
    String here = lines.replace(". .vestibule/demo.env", ". '" + stack.folder() + "/demo.env'");
    ProcessBuilder shell = new ProcessBuilder("sh", "-eu", "-c", here).redirectErrorStream(true);
    shell.directory(Stack.projectRoot().toFile());
    shell.environment().put("VESTIBULE_DATA", stack.folder().toString());
    Process process = shell.start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }

  /** The JSON replies among what was printed. */
  static List<String> replies(String output) {
    return output.lines().filter(line -> line.startsWith("{") || line.startsWith("[")).toList();
  }
}

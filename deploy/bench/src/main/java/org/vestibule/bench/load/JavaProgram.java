package org.vestibule.bench.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A class of this module in a Java machine of its own, with the compiler that production has. */
public final class JavaProgram {
  private JavaProgram() {}

  /** Starts it; what it complains about is seen by the person at the keyboard. */
  public static Process start(Class<?> program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.add("-Xmx256m");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}

package org.vestibule.local.command;

import java.util.concurrent.Callable;
import org.vestibule.local.stack.TrainingStart;
import picocli.CommandLine.Command;

/** What the script runs after a build, so that every later start is faster. */
@Command(name = "prepare", hidden = true, description = "Write archives of loaded classes.")
final class PrepareCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    int kept = new TrainingStart(StackFolder.project(), System.out::println).run();
    System.out.println("  " + kept + " archives of classes written");
    return 0;
  }
}

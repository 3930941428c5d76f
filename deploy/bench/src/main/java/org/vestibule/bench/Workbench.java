package org.vestibule.bench;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.vestibule.bench.load.LoadShape;

/** What a scenario works with: the folder of the built project, the load, and who is told. */
public record Workbench(Path project, LoadShape shape, Consumer<String> output) {
  /** Tells a line; numbers look the same everywhere. */
  public void tell(String format, Object... values) {
    output.accept(String.format(Locale.ROOT, format, values));
  }
}

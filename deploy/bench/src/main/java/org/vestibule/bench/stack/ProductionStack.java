package org.vestibule.bench.stack;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.vestibule.bench.Workbench;
import org.vestibule.local.host.TemporaryFolder;
import org.vestibule.local.node.MachineFlags;
import org.vestibule.local.stack.LocalStack;
import org.vestibule.local.stack.StackOptions;

/** A fresh stack with the flags of production, which ends with the measurement. */
public final class ProductionStack {
  private ProductionStack() {}

  /** What is measured on a stack, with the folder of its data. */
  public interface Measurement<T> {
    T on(LocalStack stack, Path data) throws Exception;
  }

  /** Starts a stack for a measurement. */
  public static <T> T use(Workbench bench, Measurement<T> measurement) throws Exception {
    return use(bench, UnaryOperator.identity(), measurement);
  }

  /** Starts a stack that has more options for a measurement. */
  public static <T> T use(
      Workbench bench, UnaryOperator<StackOptions> more, Measurement<T> measurement)
      throws Exception {
    return TemporaryFolder.use("vestibule-bench-", data -> use(bench, data, more, measurement));
  }

  private static <T> T use(
      Workbench bench, Path data, UnaryOperator<StackOptions> more, Measurement<T> measurement)
      throws Exception {
    bench.tell("starting a stack in %s", data);
    StackOptions options =
        StackOptions.in(bench.project(), data).withFlags(MachineFlags.PRODUCTION);
    try (LocalStack stack = LocalStack.start(more.apply(options))) {
      return measurement.on(stack, data);
    }
  }
}

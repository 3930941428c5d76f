package org.vestibule.bench.config;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.vestibule.bench.Workbench;
import org.vestibule.bench.figure.TextTable;
import org.vestibule.bench.load.Percentile;
import org.vestibule.bench.stack.BenchTenant;
import org.vestibule.local.node.Service;
import org.vestibule.local.stack.LocalStack;

/** Times one call after the other, as an administrator's program sends them. */
final class ConfigMeasurement {
  private static final Duration SHORT = Duration.ofSeconds(5);
  private static final String LOCALIZED = "/locales/en-US/fields/";

  private final Workbench bench;
  private final LocalStack stack;
  private final ConfigClient application;
  private final ConfigClient flow;
  private final SplittableRandom random = new SplittableRandom(1);
  private int lastField;
  private final TextTable figures = new TextTable("call", "calls", "p50 ms", "p99 ms");

  ConfigMeasurement(Workbench bench, LocalStack stack) {
    BenchTenant tenant = BenchTenant.create(stack);
    JsonObject owner = tenant.client("owner");
    String base =
        stack.urls(Service.CONFIG.fullName()).get(0) + "/config/" + tenant.applicationId();
    this.bench = bench;
    this.stack = stack;
    this.application =
        new ConfigClient(base, owner.getString("client_id"), owner.getString("client_secret"));
    this.flow = application.below("/flows/standard");
  }

  /** One call. */
  private interface Work {
    void run() throws Exception;
  }

  void run() throws Exception {
    new LargeFlow(flow).fill();
    bench.tell(
        "a flow of %d locales and %d fields: %,d KiB",
        LargeFlow.LOCALES, LargeFlow.FIELDS, flow.get("/versions/HEAD").length() / 1_024);
    Work read = () -> flow.get("/fields/" + aField());
    Work change = () -> flow.put(LOCALIZED + aField(), changed());
    Work whole = () -> flow.get("/versions/HEAD");
    times(read, bench.shape().warmUp());
    times(change, bench.shape().warmUp());
    double reads = measure("read of a field", read);
    double changes = measure("change of a field", change);
    measure("read of the whole flow", whole);
    figures.lines().forEach(bench.output());
    bench.tell("read: p50 %.2f ms (bar 50); change: p50 %.2f ms (bar 100)", reads, changes);
    new ManyApplications(bench, stack, this::listMillis).run();
  }

  private double listMillis() throws Exception {
    Work list = () -> application.get("/clients");
    times(list, SHORT);
    return median(times(list, SHORT));
  }

  private static double median(long[] times) {
    Arrays.sort(times);
    return Percentile.of(times, 0.5) / 1e6;
  }

  private double measure(String name, Work work) throws Exception {
    long[] times = times(work, bench.shape().measured());
    double p50 = median(times);
    double p99 = Percentile.of(times, 0.99) / 1e6;
    figures.row(name, String.valueOf(times.length), two(p50), two(p99));
    return p50;
  }

  private static String two(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static long[] times(Work work, Duration length) throws Exception {
    LongStream.Builder times = LongStream.builder();
    long end = System.nanoTime() + length.toNanos();
    while (System.nanoTime() < end) {
      long began = System.nanoTime();
      work.run();
      times.add(System.nanoTime() - began);
    }
    return times.build().toArray();
  }

  /** One of those that were added. */
  private String aField() {
    lastField = 50 + random.nextInt(LargeFlow.FIELDS - 50);
    return LargeFlow.name(lastField);
  }

  private String changed() {
    return LargeFlow.field(lastField, "Label " + random.nextLong()).encode();
  }
}

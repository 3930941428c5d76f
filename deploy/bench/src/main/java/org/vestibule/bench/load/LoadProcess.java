package org.vestibule.bench.load;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A running {@link LoadProgram}. */
public final class LoadProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private LoadProcess(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts the load; it warms up first. */
  public static LoadProcess start(LoadPlan plan) throws IOException {
    LoadProcess started = new LoadProcess(JavaProgram.start(LoadProgram.class));
    try (OutputStream input = started.process.getOutputStream()) {
      input.write(plan.json().encode().getBytes(StandardCharsets.UTF_8));
    }
    return started;
  }

  public long pid() {
    return process.pid();
  }

  /** Returns at the moment from which answers are counted. */
  public void awaitStart() throws IOException {
    await(LoadProgram.STARTED);
  }

  /** Returns at the moment to which answers are counted. */
  public void awaitEnd() throws IOException {
    await(LoadProgram.ENDED);
  }

  public LoadResult result() throws IOException {
    return LoadResult.from(new JsonObject(line()));
  }

  private void await(String wanted) throws IOException {
    String line = line();
    if (!line.equals(wanted)) {
      throw new IllegalStateException("the load generator said: " + line);
    }
  }

  private String line() throws IOException {
    String line = output.readLine();
    if (line == null) {
      throw new IllegalStateException("the load generator has ended before it measured");
    }
    return line;
  }

  @Override
  public void close() {
    process.destroy();
  }
}

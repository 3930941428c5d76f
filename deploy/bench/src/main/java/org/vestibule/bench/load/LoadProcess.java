package org.vestibule.bench.load;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A running {@link LoadProgram}. */
public final class LoadProcess implements AutoCloseable {
  private final Process process;
  private final BufferedWriter input;
  private final BufferedReader output;

  private LoadProcess(Process process) {
    this.process = process;
    this.input = process.outputWriter(StandardCharsets.UTF_8);
    this.output = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts the load; it warms up first. */
  public static LoadProcess start(LoadPlan plan) throws IOException {
    LoadProcess started = new LoadProcess(JavaProgram.start(LoadProgram.class));
    started.say(plan.json());
    return started;
  }

  /** Starts it once more after it has ended, for other times; the generator itself is warm then. */
  public void again(LoadShape shape) throws IOException {
    say(shape.json());
  }

  private void say(JsonObject line) throws IOException {
    input.write(line.encode());
    input.newLine();
    input.flush();
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

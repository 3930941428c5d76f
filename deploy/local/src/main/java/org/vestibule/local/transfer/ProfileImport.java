package org.vestibule.local.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.vestibule.local.host.StackFailure;

/** Sends a file of records to entity-service, some batches at a time. */
public final class ProfileImport {
  private static final int SENDERS = 2;
  private static final int AHEAD = 4;
  private static final int BATCH = 1_000;

  /** A batch whose passwords are hashed must end before the call does. */
  private static final int HASHED_BATCH = 100;

  private final TransferClient client;
  private final ImportRequest request;
  private final Progress progress;
  private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
  private final Deque<Pending> pending = new ArrayDeque<>();
  private long size;
  private long stored;
  private long storedNow;
  private RejectedFile rejected;

  private ProfileImport(TransferClient client, ImportRequest request, Progress progress) {
    this.client = client;
    this.request = request;
    this.progress = progress;
  }

  private record Pending(Batch batch, Future<JsonNode> outcome) {}

  /** Imports a file, or goes on where an earlier try ended, and returns when all is done. */
  public static ImportResult run(TransferClient client, ImportRequest request, Progress progress) {
    try {
      return new ProfileImport(client, request, progress).run();
    } catch (IOException failure) {
      throw new StackFailure("A file cannot be read or written: " + failure.getMessage(), failure);
    }
  }

  private ImportResult run() throws IOException {
    long start = System.nanoTime();
    size = Files.size(request.file());
    Receiver run = receiver();
    if (run.resumedBehind() > 0 && !run.wasFinished()) {
      progress.resumed(run.resumedBehind());
    }
    rejected = RejectedFile.at(request.rejected());
    try (RecordSource source = RecordSource.open(request.file(), columns())) {
      int batches = sendAll(run, new Batches(source, batchSize()));
      run.finish(batches);
    } finally {
      senders.shutdownNow();
      rejected.close();
    }
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    return new ImportResult(stored, rejected.count(), storedNow, run.wasFinished(), time);
  }

  private Receiver receiver() throws IOException {
    return request.mode() == ImportMode.REHEARSAL
        ? Rehearsal.of(client, request, progress)
        : ImportRun.open(client, request, progress);
  }

  private int batchSize() {
    return request.hashPasswords() && request.mode() != ImportMode.REHEARSAL ? HASHED_BATCH : BATCH;
  }

  private TypeColumns columns() {
    JsonNode type = client.get(ImportRun.typePath(request), progress);
    return TypeColumns.of(type.path("attributes"));
  }

  private int sendAll(Receiver run, Batches batches) throws IOException {
    int count = 0;
    Optional<Batch> batch = batches.next();
    while (batch.isPresent()) {
      count++;
      send(run, batch.get());
      batch = batches.next();
    }
    awaitAllBut(0);
    return count;
  }

  private void send(Receiver run, Batch batch) throws IOException {
    Optional<Receiver.Taken> before = run.taken(batch);
    if (before.isPresent()) {
      awaitAllBut(0);
      skip(run, batch, before.get());
    } else {
      pending.add(new Pending(batch, senders.submit(() -> run.send(batch))));
      awaitAllBut(AHEAD - 1);
    }
  }

  private void skip(Receiver run, Batch batch, Receiver.Taken before) throws IOException {
    stored += before.stored();
    boolean hasRejected = before.rejected() > batch.refused().size();
    write(batch, hasRejected ? run.rejections(batch) : MissingNode.getInstance());
  }

  private void awaitAllBut(int most) throws IOException {
    while (pending.size() > most) {
      Pending first = pending.remove();
      JsonNode outcome = outcome(first.outcome());
      int count = outcome.path("stored").asInt();
      stored += count;
      storedNow += outcome.path("repeated").asBoolean() ? 0 : count;
      write(first.batch(), outcome.path("rejections"));
    }
  }

  private void write(Batch batch, JsonNode rejections) throws IOException {
    rejected.write(batch, rejections);
    double part = size == 0 ? 1 : (double) batch.position() / size;
    progress.at(stored + rejected.count(), rejected.count(), Math.min(1, part));
  }

  private static JsonNode outcome(Future<JsonNode> future) {
    try {
      return future.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted; the same command goes on.", interrupted);
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof StackFailure known
          ? known
          : new StackFailure("A batch could not be sent.", failure.getCause());
    }
  }
}

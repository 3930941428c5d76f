package org.vestibule.e2e.stack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/** A receiver of notifications that refuses some of them, and remembers all. */
public final class Listener implements AutoCloseable {
  private static final int BACKLOG = 100;
  private static final int MOST_REFUSALS = 2;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Predicate<String> refuses;

  /** One request: where to, as what, with which token, and what was answered. */
  public record Received(String path, String type, String token, int status) {}

  private Listener(Predicate<String> refuses) {
    this.refuses = refuses;
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), BACKLOG);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Refuses each notification when it first comes to a path, and takes it later. */
  public static Listener refusingFirst() {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    return new Listener(seen::add);
  }

  /**
   * Refuses a share of the requests, from 0 to 1, at random, and the same notification twice at
   * most: further attempts wait longer than anybody watches.
   */
  public static Listener refusingAtRandom(double share) {
    Map<String, Integer> refused = new ConcurrentHashMap<>();
    return new Listener(
        notification ->
            ThreadLocalRandom.current().nextDouble() < share
                && refused.merge(notification, 1, Integer::sum) <= MOST_REFUSALS);
  }

  public String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** What came to a path. */
  public List<Received> at(String path) {
    return received.stream().filter(it -> it.path().equals(path)).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String token = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getPath();
    int status = refuses.test(path + token) ? 500 : 202;
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    received.add(new Received(path, type, token, status));
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

package org.vestibule.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.vestibule.testkit.Waiting;

/** A receiver of notifications: a real HTTP server that remembers what came. */
public final class Listener implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private volatile Function<Received, Reply> answer;

  /** A request as it came in; header names in lower case. */
  public record Received(String method, String path, Map<String, String> headers, String body) {}

  /** What is answered. */
  public record Reply(int status, Map<String, String> headers, long afterMillis) {
    public static Reply of(int status) {
      return new Reply(status, Map.of(), 0);
    }
  }

  public Listener(Function<Received, Reply> answer) {
    this.answer = answer;
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Answers every request with this status. */
  public static Listener answering(int status) {
    return new Listener(it -> Reply.of(status));
  }

  public void answer(Function<Received, Reply> next) {
    answer = next;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  public List<Received> received() {
    return received;
  }

  /** Waits until so many requests came, or a limit passed. */
  public List<Received> await(int count) {
    Waiting.until(() -> received.size() >= count);
    return List.copyOf(received);
  }

  private void handle(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    byte[] body = exchange.getRequestBody().readAllBytes();
    Received request =
        new Received(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            headers,
            new String(body, StandardCharsets.UTF_8));
    received.add(request);
    reply(exchange, answer.apply(request));
  }

  private static void reply(HttpExchange exchange, Reply reply) throws IOException {
    Waiting.pause(reply.afterMillis());
    reply.headers().forEach(exchange.getResponseHeaders()::add);
    exchange.sendResponseHeaders(reply.status(), -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

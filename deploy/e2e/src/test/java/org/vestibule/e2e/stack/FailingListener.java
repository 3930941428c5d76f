package org.vestibule.e2e.stack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A receiver of notifications that fails a share of them at random and remembers the others. */
public final class FailingListener implements AutoCloseable {
  private static final Pattern RECORD = Pattern.compile("\"sub\":\"([0-9a-f-]{36})\"");
  private final HttpServer server;
  private final double failing;
  private final Set<String> delivered = ConcurrentHashMap.newKeySet();

  public FailingListener(double failing) throws IOException {
    this.failing = failing;
    this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 100);
    this.server.setExecutor(Executors.newFixedThreadPool(8));
    this.server.createContext("/", this::receive);
    this.server.start();
  }

  /** Where notifications go. */
  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  /** The records whose notification was taken. */
  public Set<String> delivered() {
    return delivered;
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      String token = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      boolean fails = ThreadLocalRandom.current().nextDouble() < failing;
      if (!fails) {
        remember(token);
      }
      exchange.sendResponseHeaders(fails ? 500 : 202, -1);
    }
  }

  private void remember(String token) {
    byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
    Matcher record = RECORD.matcher(new String(claims, StandardCharsets.UTF_8));
    if (record.find()) {
      delivered.add(record.group(1));
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

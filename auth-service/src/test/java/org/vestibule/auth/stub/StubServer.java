package org.vestibule.auth.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import org.vestibule.platform.json.Json;

/** A local HTTP server in place of config-service and entity-service. */
final class StubServer {
  private final HttpServer server;
  private final ReceivedCalls received = new ReceivedCalls();

  private final TestMailbox mailbox;
  private final SmsGatewayStub gateway = new SmsGatewayStub();

  private StubServer(HttpServer server, TestMailbox mailbox) {
    this.server = server;
    this.mailbox = mailbox;
  }

  static StubServer start(TestMailbox mailbox) {
    try {
      StubServer stub =
          new StubServer(HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 50), mailbox);
      stub.server.setExecutor(Executors.newFixedThreadPool(16));
      stub.server.createContext("/", stub::answer);
      stub.server.start();
      return stub;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      byte[] body = exchange.getRequestBody().readAllBytes();
      StubReply reply = reply(exchange, path, body);
      byte[] bytes = Json.bytes(reply.body());
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(reply.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private StubReply reply(HttpExchange exchange, String path, byte[] body) {
    if (path.startsWith("/_received")) {
      return received.answer(exchange.getRequestMethod());
    }
    if (path.startsWith("/_mails")) {
      return mailbox.answer(exchange.getRequestMethod(), path);
    }
    if (path.startsWith("/sms/")) {
      return gateway.send(exchange, body);
    }
    if (path.startsWith("/_texts")) {
      return gateway.list();
    }
    JsonNode json = body.length == 0 ? Json.object() : Json.parse(body);
    received.add(exchange, path, json);
    return exchange.getRequestMethod().equals("GET") && !path.contains("/types/")
        ? ConfigStub.answer(path)
        : EntityStub.answer(path, json, received);
  }
}

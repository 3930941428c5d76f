package org.vestibule.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.local.Project;
import org.vestibule.testkit.process.Ports;

class GatewayServerTest {
  private static final String LIMIT_TEXT = "client intended to send too large body";

  private final Vertx vertx = Vertx.vertx();
  private Backend first;
  private Backend second;
  private int port;

  @BeforeEach
  void open() {
    first = new Backend(vertx, "first");
    second = new Backend(vertx, "second");
    Map<String, List<Integer>> ports =
        Map.of(
            "entity-service", List.of(first.port(), second.port()),
            "auth-service", List.of(first.port()),
            "config-service", List.of(Ports.free()));
    port =
        new GatewayServer(
                vertx,
                RoutingTable.read(Project.routes()),
                ports,
                request -> request.response().end("launcher"))
            .listen(0)
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void request_whenPassed_thenKeepsHostAndUriAndQuery() throws IOException {
    JsonObject seen = call("GET /oauth/token?a=1&b=%20x HTTP/1.1\r\nHost: shop.example.com:81");
    assertThat(seen.getString("uri")).isEqualTo("/oauth/token?a=1&b=%20x");
    assertThat(header(seen, "host")).isEqualTo("shop.example.com:81");
    assertThat(header(seen, "x-forwarded-host")).isEqualTo("shop.example.com:81");
    assertThat(header(seen, "x-forwarded-for")).isEqualTo("127.0.0.1");
    assertThat(header(seen, "x-forwarded-proto")).isEqualTo("http");
    assertThat(header(seen, "x-forwarded-port")).isEqualTo(Integer.toString(port));
    assertThat(header(seen, "x-request-id")).hasSize(36);
  }

  @Test
  void forwardedHeaders_whenTheCallerSendsThem_thenTheyAreReplaced() throws IOException {
    JsonObject seen =
        call(
            "GET /oauth/token HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 203.0.113.9\r\n"
                + "X-Forwarded-For: 203.0.113.10\r\nForwarded: for=203.0.113.9\r\n"
                + "X-Forwarded-Host: evil.example.com\r\nX-Real-IP: 203.0.113.9\r\n"
                + "X-Request-Id: mine\r\nVestibule-Context: eyJ9");
    assertThat(header(seen, "x-forwarded-for")).isEqualTo("127.0.0.1");
    assertThat(header(seen, "x-forwarded-host")).isEqualTo("localhost");
    assertThat(header(seen, "x-request-id")).isNotEqualTo("mine").hasSize(36);
    assertThat(seen.getJsonObject("headers").fieldNames())
        .doesNotContain("forwarded", "x-real-ip", "vestibule-context");
  }

  @Test
  void getWithBody_whenPassed_thenTheBodyArrives() throws IOException {
    JsonObject seen =
        call(
            "GET /entity.find HTTP/1.1\r\nHost: localhost\r\nContent-Length: 14\r\n"
                + "Content-Type: application/x-www-form-urlencoded",
            "type_name=user");
    assertThat(seen.getString("method")).isEqualTo("GET");
    assertThat(seen.getString("body")).isEqualTo("type_name=user");
  }

  @Test
  void body_whenExactlyAtTheLimit_thenPasses() throws IOException {
    int bytes = 5 * 1024 * 1024;
    JsonObject seen =
        call(
            "POST /oauth/token HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + bytes,
            "x".repeat(bytes));
    assertThat(seen.getInteger("length")).isEqualTo(bytes);
  }

  @Test
  void body_whenDeclaredTooLarge_then413() throws IOException {
    String response =
        RawHttp.send(
            port,
            "POST /oauth/token HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5242881\r\n\r\n");
    assertThat(response).startsWith("HTTP/1.1 413 ");
    assertThat(RawHttp.body(response)).isEqualTo(LIMIT_TEXT);
    assertThat(first.requests()).isZero();
  }

  @Test
  void body_whenChunkedAndTooLarge_then413() throws IOException {
    String head =
        "POST /oauth/token HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
    String response = RawHttp.sendChunks(port, head, 65_536, 90);
    assertThat(response).startsWith("HTTP/1.1 413 ");
    assertThat(RawHttp.body(response)).isEqualTo(LIMIT_TEXT);
    assertThat(call("GET /oauth/token HTTP/1.1\r\nHost: localhost").getString("name"))
        .isEqualTo("first");
  }

  @Test
  void body_whenChunkedAndSmall_thenPasses() throws IOException {
    String head =
        "POST /oauth/token HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n";
    String response = RawHttp.sendChunks(port, head, 65_536, 10);
    assertThat(new JsonObject(RawHttp.body(response)).getInteger("length")).isEqualTo(655_360);
  }

  @Test
  void replicas_whenBothRun_thenTakeTurns() throws IOException {
    for (int i = 0; i < 6; i++) {
      call("GET /entity HTTP/1.1\r\nHost: localhost");
    }
    assertThat(first.requests()).isEqualTo(3);
    assertThat(second.requests()).isEqualTo(3);
  }

  @Test
  void replica_whenItIsGone_thenTheOtherAnswersEverything() throws IOException {
    second.close();
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < 6; i++) {
      names.add(call("GET /entity HTTP/1.1\r\nHost: localhost").getString("name"));
    }
    assertThat(names).containsExactly("first");
  }

  @Test
  void service_whenNobodyListens_then502() throws IOException {
    String response =
        RawHttp.send(
            port, "GET /config/a/clients HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertThat(response).startsWith("HTTP/1.1 502 ");
  }

  @Test
  void refusedPath_whenAskedFor_thenAnsweredAsUnknown() throws IOException {
    for (String path : List.of("/internal/tenants", "/q/health", "//internal/x")) {
      String response =
          RawHttp.send(
              port, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
      assertThat(response).startsWith("HTTP/1.1 200 ").contains("content-type: application/json");
      assertThat(RawHttp.body(response))
          .isEqualTo(
              "{\"code\":404,\"error\":\"invalid_api_method\",\"error_description\":"
                  + "\"This API endpoint does not exist\",\"stat\":\"error\"}");
    }
    assertThat(first.requests() + second.requests()).isZero();
  }

  @Test
  void request_whenItNamesNoHost_then400() throws IOException {
    String response = RawHttp.send(port, "GET /oauth/token HTTP/1.1\r\nConnection: close\r\n\r\n");
    assertThat(response).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void head_whenTooLarge_thenRefused() throws IOException {
    String line = "GET /oauth/token?x=" + "a".repeat(20_000) + " HTTP/1.1\r\n";
    assertThat(RawHttp.send(port, line + "Host: localhost\r\n\r\n")).contains(" 414 ");
    String header = "X-Large: " + "a".repeat(40_000) + "\r\n";
    assertThat(
            RawHttp.send(
                port, "GET /oauth/token HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n"))
        .contains(" 431 ");
  }

  private JsonObject call(String head) throws IOException {
    return call(head, "");
  }

  private JsonObject call(String head, String body) throws IOException {
    String response = RawHttp.send(port, head + "\r\nConnection: close\r\n\r\n" + body);
    assertThat(response).startsWith("HTTP/1.1 200 ");
    return new JsonObject(RawHttp.body(response));
  }

  private static String header(JsonObject seen, String name) {
    return seen.getJsonObject("headers").getString(name);
  }
}

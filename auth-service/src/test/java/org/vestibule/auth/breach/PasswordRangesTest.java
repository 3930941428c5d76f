package org.vestibule.auth.breach;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.AuthConfig;
import org.vestibule.platform.net.CidrList;
import org.vestibule.platform.outbound.GuardedHttpClient;
import org.vestibule.platform.outbound.OutboundSettings;

/** A real server that answers as the public range services do. */
class PasswordRangesTest {
  private static final String PREFIX = "/range/";

  private final Vertx vertx = Vertx.vertx();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile String answer = "";
  private volatile int status = 200;
  private volatile int delayMillis;
  private HttpServer server;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 10);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void password_whenItsSuffixIsListed_thenKnown_andOnlyThePrefixWasShown() {
    String hash = sha1("Leaked.Password.7");
    answer = "0018A45C4D1DEF81644B54AB7F969B88D65:1\r\n" + hash.substring(5) + ":42\r\n";

    assertThat(contain("127.0.0.0/8", "Leaked.Password.7")).isTrue();
    assertThat(asked).containsExactly(PREFIX + hash.substring(0, 5) + " padding=true");
    assertThat(contain("127.0.0.0/8", "Another.Password.7")).isFalse();
  }

  @Test
  void password_whenItsSuffixOnlyFillsUpTheAnswer_thenNotKnown() {
    answer = sha1("Leaked.Password.7").substring(5) + ":0\r\n";

    assertThat(contain("127.0.0.0/8", "Leaked.Password.7")).isFalse();
  }

  @Test
  void service_whenItFailsIsSlowOrForbidden_thenThePasswordIsAccepted() {
    answer = sha1("Leaked.Password.7").substring(5) + ":42\r\n";
    status = 503;
    assertThat(contain("127.0.0.0/8", "Leaked.Password.7")).isFalse();
    status = 200;
    delayMillis = 1_500;
    assertThat(contain("127.0.0.0/8", "Leaked.Password.7")).isFalse();
    delayMillis = 0;
    asked.clear();
    assertThat(contain("10.0.0.0/8", "Leaked.Password.7")).isFalse();
    assertThat(asked).isEmpty();
  }

  @Test
  void withoutAService_nothingIsAsked() {
    assertThat(ranges("127.0.0.0/8", Map.of()).contain("Leaked.Password.7").await().indefinitely())
        .isFalse();
    assertThat(asked).isEmpty();
  }

  private boolean contain(String allowed, String password) {
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + PREFIX;
    Map<String, String> settings =
        Map.of(
            "vestibule.auth.passwords.range-url", url, "vestibule.auth.passwords.timeout", "500ms");
    return ranges(allowed, settings).contain(password).await().atMost(Duration.ofSeconds(10));
  }

  private PasswordRanges ranges(String allowed, Map<String, String> settings) {
    AuthConfig config =
        new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 300, new DurationConverter())
            .withMapping(AuthConfig.class)
            .withDefaultValues(settings)
            .build()
            .getConfigMapping(AuthConfig.class);
    GuardedHttpClient http =
        new GuardedHttpClient(
            vertx,
            name -> Uni.createFrom().item(List.of(InetAddress.getLoopbackAddress())),
            OutboundSettings.of(CidrList.of(List.of(allowed)), false));
    return new PasswordRanges(http, config);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(
          exchange.getRequestURI().getPath()
              + " padding="
              + exchange.getRequestHeaders().getFirst("Add-Padding"));
      pause();
      byte[] bytes = answer.getBytes(StandardCharsets.US_ASCII);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private void pause() {
    try {
      Thread.sleep(delayMillis);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static String sha1(String text) {
    try {
      byte[] hash =
          java.security.MessageDigest.getInstance("SHA-1")
              .digest(text.getBytes(StandardCharsets.UTF_8));
      return java.util.HexFormat.of().withUpperCase().formatHex(hash);
    } catch (java.security.GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

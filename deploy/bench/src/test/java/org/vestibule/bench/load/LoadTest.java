package org.vestibule.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.testkit.process.LoopbackServer;

/** A load on a real server, from this process and from a process of its own. */
class LoadTest {
  private static final LoadShape SHAPE =
      new LoadShape(2, 3, Duration.ofSeconds(1), Duration.ofSeconds(3));
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final Set<String> callers = ConcurrentHashMap.newKeySet();
  private LoopbackServer server;
  private volatile String reply = "{\"stat\":\"ok\"}";

  @BeforeEach
  void start() throws IOException {
    server = LoopbackServer.answering(this::answer);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = LoopbackServer.body(exchange);
    String host = exchange.getRequestHeaders().getFirst("Host").replaceAll(":.*", "");
    seen.add(
        host + " " + exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
    callers.add(exchange.getRemoteAddress().getAddress().getHostAddress());
    LoopbackServer.reply(exchange, 200, reply);
  }

  @Test
  void load_whenItIsAProcessOfItsOwn_thenSendsAllRequestsInTurnAndTellsTheResult()
      throws Exception {
    try (LoadProcess load = LoadProcess.start(plan("{\"stat\":\"ok\"}"))) {
      load.awaitStart();
      load.awaitEnd();
      LoadResult result = load.result().requireAllRight();
      assertThat(result.answers()).isPositive();
      assertThat(result.p50()).isPositive().isLessThanOrEqualTo(result.p99());
    }
    assertThat(seen)
        .containsExactlyInAnyOrder(
            "bench.example.com POST /a n=1+%26",
            "bench.example.com POST /b n=2", "bench.example.com GET /c ");
    assertThat(callers).containsExactlyInAnyOrder("127.0.0.10", "127.0.0.11");
  }

  @Test
  void load_whenABodyWantsANumber_thenEveryRequestHasAnother() throws Exception {
    List<LoadRequest> requests =
        List.of(LoadRequest.form("/new", java.util.Map.of("e", "fresh-" + LoadRequest.NUMBER)));
    LoadPlan plan = new LoadPlan(target(), SHAPE, List.of("ok"), requests);
    try (LoadProcess load = LoadProcess.start(plan)) {
      load.awaitStart();
      load.awaitEnd();
      assertThat(load.result().requireAllRight().answers()).isLessThanOrEqualTo(seen.size());
    }
    assertThat(seen)
        .isNotEmpty()
        .allMatch(it -> it.matches("bench.example.com POST /new e=fresh-[0-9]+"));
  }

  @Test
  void load_whenAnAnswerIsNotTheWantedOne_thenEndsAtOnceAndTellsIt() throws Exception {
    reply = "{\"stat\":\"error\",\"code\":510}";
    long began = System.nanoTime();
    try (LoadClient client = new LoadClient(target(), 2)) {
      Load load = new Load(client, () -> LoadRequest.get("/"), List.of("\"stat\":\"ok\""));
      LoadResult result = load.run(Duration.ofMinutes(1), Duration.ofMinutes(1), () -> {});
      assertThat(result.wrong()).isPositive();
      assertThat(result.firstWrong()).isEqualTo("HTTP 200 " + reply);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void load_whenNobodyListens_thenIsWrong() throws Exception {
    server.close();
    try (LoadClient client = new LoadClient(target(), 1)) {
      Load load = new Load(client, () -> LoadRequest.get("/"), List.of());
      assertThat(load.run(Duration.ZERO, Duration.ofSeconds(5), () -> {}).firstWrong())
          .startsWith("HTTP 0 ")
          .contains("refused");
    }
  }

  @Test
  void plan_whenSentAsJson_thenIsTheSame() {
    LoadPlan plan = plan("x");
    assertThat(LoadPlan.from(plan.json())).isEqualTo(plan);
  }

  private LoadPlan plan(String mark) {
    return new LoadPlan(
        target(),
        SHAPE,
        List.of(mark),
        List.of(
            LoadRequest.form("/a", java.util.Map.of("n", "1 &")).as("id", "secret"),
            LoadRequest.form("/b", java.util.Map.of("n", "2")),
            LoadRequest.get("/c")));
  }

  private LoadTarget target() {
    return new LoadTarget("bench.example.com", server.port());
  }
}

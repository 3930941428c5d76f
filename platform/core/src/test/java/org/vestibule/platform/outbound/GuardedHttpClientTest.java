package org.vestibule.platform.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.NetServer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.platform.net.CidrList;
import org.vestibule.platform.net.IpLiteral;
import org.vestibule.platform.outbound.OutboundException.Reason;

class GuardedHttpClientTest {

  private static final String NAME = "hooks.example.com";

  private final Vertx vertx = Vertx.vertx();
  private final List<String> resolved = new CopyOnWriteArrayList<>();
  private LocalTarget plain;
  private LocalTarget secure;

  @BeforeEach
  void start() throws Exception {
    plain = new LocalTarget(vertx, false);
    secure = new LocalTarget(vertx, true);
  }

  @AfterEach
  void stop() {
    vertx.close();
  }

  @Test
  void allowedTarget_getsMethodHostHeadersAndBody() {
    OutboundRequest request =
        OutboundRequest.post(http("/hook"), "application/json", "{}".getBytes(UTF_8))
            .withHeader("x-one", "1");
    OutboundResponse response = send(allowing("127.0.0.0/8", "127.0.0.1"), request);
    assertThat(response.status()).isEqualTo(200);
    assertThat(text(response)).isEqualTo("POST " + NAME + ":" + plain.port() + " {}");
    assertThat(response.isTruncated()).isFalse();
    assertThat(plain.requests().get(0).getHeader("x-one")).isEqualTo("1");
    assertThat(resolved).containsExactly(NAME);
  }

  @Test
  void privateTarget_isRefusedBeforeAnyConnection() {
    assertFails(allowing("", "127.0.0.1"), http("/hook"), Reason.ADDRESS);
    assertFails(allowing("", "10.0.0.1"), https("/hook"), Reason.ADDRESS);
    assertFails(allowing("", "169.254.169.254"), https("/latest/meta-data"), Reason.ADDRESS);
    assertFails(allowing("", "8.8.8.8", "127.0.0.1"), https("/hook"), Reason.ADDRESS);
    assertFails(allowing(""), "https://127.0.0.1:" + secure.port() + "/", Reason.ADDRESS);
    assertFails(allowing(""), "https://[::1]:" + secure.port() + "/", Reason.ADDRESS);
    assertThat(plain.requests()).isEmpty();
    assertThat(secure.requests()).isEmpty();
  }

  @Test
  void plainHttp_isForListedNetworksOnly() {
    assertFails(allowing("", "8.8.8.8"), "http://example.com/", Reason.SCHEME);
    assertFails(allowing("127.0.0.0/8", "127.0.0.1", "8.8.8.8"), http("/"), Reason.SCHEME);
  }

  @Test
  void tls_connectsToTheResolvedAddressUnderTheName() {
    GuardedHttpClient client = client("127.0.0.0/8", LocalTarget.trusting(), "127.0.0.1");
    OutboundResponse response = send(client, OutboundRequest.get(https("/x")));
    assertThat(text(response)).isEqualTo("GET " + NAME + ":" + secure.port() + " ");
    assertThat(secure.requests().get(0).connection().indicatedServerName()).isEqualTo(NAME);
  }

  @Test
  void tls_refusesAnotherNameAndAnUnknownIssuer() {
    GuardedHttpClient trusting = client("127.0.0.0/8", LocalTarget.trusting(), "127.0.0.1");
    String other = "https://other.example.com:" + secure.port() + "/";
    assertFails(trusting, other, Reason.TLS);
    assertFails(allowing("127.0.0.0/8", "127.0.0.1"), https("/"), Reason.TLS);
    assertThat(secure.requests()).isEmpty();
  }

  @Test
  void redirect_isAnAnswerAndIsNotFollowed() {
    OutboundResponse response =
        send(allowing("127.0.0.0/8", "127.0.0.1"), OutboundRequest.get(http("/redirect")));
    assertThat(response.status()).isEqualTo(302);
    assertThat(plain.requests()).hasSize(1);
  }

  @Test
  void largeBody_isCut() {
    OutboundResponse response =
        send(allowing("127.0.0.0/8", "127.0.0.1"), OutboundRequest.get(http("/large")));
    assertThat(response.body()).hasSize(10_000);
    assertThat(response.isTruncated()).isTrue();
  }

  @Test
  void slowServer_isTimedOut() {
    GuardedHttpClient client =
        client(limits("127.0.0.0/8", 500, 1_000), new HttpClientOptions(), "127.0.0.1");
    assertFails(client, http("/silent"), Reason.TIMEOUT);
    assertFails(client, http("/trickle"), Reason.TIMEOUT);
    OutboundRequest hurried =
        OutboundRequest.get(http("/trickle")).withTimeout(Duration.ofMillis(100));
    assertThatThrownBy(() -> send(client, hurried)).hasMessage("no answer within PT0.1S");
  }

  @Test
  void brokenAnswer_isAFailure() {
    assertFails(allowing("127.0.0.0/8", "127.0.0.1"), http("/broken"), Reason.BROKEN);
  }

  @Test
  void answerThatIsNoHttp_isToldApartFromABrokenOne() throws Exception {
    NetServer server =
        vertx
            .createNetServer()
            .connectHandler(
                socket -> socket.handler(in -> socket.end(Buffer.buffer("HELLO\r\n\r\n"))));
    server
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .get(5, TimeUnit.SECONDS);
    String url = "http://" + NAME + ":" + server.actualPort() + "/";
    assertFails(allowing("127.0.0.0/8", "127.0.0.1"), url, Reason.PROTOCOL);
  }

  @Test
  void check_judgesAsACallWouldAndSendsNothing() {
    check(allowing("127.0.0.0/8", "127.0.0.1"), http("/hook"));
    check(allowing("", "8.8.8.8", "1.1.1.1"), "https://hooks.example.com/");
    assertRefused(allowing("", "8.8.8.8", "10.0.0.1"), https("/"), Reason.ADDRESS);
    assertRefused(allowing("", "8.8.8.8"), "http://hooks.example.com/", Reason.SCHEME);
    assertRefused(allowing(""), "https://nowhere.example.com/", Reason.UNRESOLVED);
    assertRefused(allowing("", "8.8.8.8"), "https://user@hooks.example.com/", Reason.URL);
    assertThat(plain.requests()).isEmpty();
  }

  @Test
  void authorityOfTheOperator_isTrustedBesideThePublicOnes() throws Exception {
    HttpClientOptions options =
        new HttpClientOptions().setTrustOptions(TrustedAuthorities.with(LocalTarget.certificate()));
    GuardedHttpClient client = client("127.0.0.0/8", options, "127.0.0.1");
    assertThat(send(client, OutboundRequest.get(https("/x"))).status()).isEqualTo(200);
  }

  @Test
  void bundleThatCannotBeRead_isRefused() {
    assertThatThrownBy(() -> TrustedAuthorities.with(Path.of("/nowhere.pem")))
        .hasMessage("vestibule.outbound.ca-bundle: /nowhere.pem");
  }

  @Test
  void unreachableAddress_isFollowedByTheNext() {
    GuardedHttpClient client = allowing("127.0.0.0/8,::1", "::1", "127.0.0.1");
    assertThat(send(client, OutboundRequest.get(http("/x"))).status()).isEqualTo(200);
  }

  @Test
  void unknownName_isReported() {
    assertFails(allowing(""), "https://nowhere.example.com/", Reason.UNRESOLVED);
  }

  @Test
  void headersOfTheClient_cannotBeSetAndLinesCannotBeSmuggled() {
    OutboundRequest request = OutboundRequest.get("https://example.com/");
    for (String name : List.of("Host", "Content-Length", "transfer-encoding", "a b", "")) {
      assertThatThrownBy(() -> request.withHeader(name, "x"))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> request.withHeader("x", "1\r\ny: 2"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private GuardedHttpClient allowing(String exceptions, String... addresses) {
    return client(exceptions, new HttpClientOptions(), addresses);
  }

  private GuardedHttpClient client(
      String exceptions, HttpClientOptions options, String... addresses) {
    // Generous, because a first handshake on a busy machine takes seconds.
    return client(limits(exceptions, 20_000, 30_000), options, addresses);
  }

  private GuardedHttpClient client(
      OutboundSettings settings, HttpClientOptions options, String... addresses) {
    return new GuardedHttpClient(vertx, name -> resolve(name, addresses), settings, options);
  }

  private static OutboundSettings limits(String exceptions, int readMillis, int totalMillis) {
    return new OutboundSettings(
        CidrList.parse(exceptions),
        false,
        Duration.ofSeconds(10),
        Duration.ofMillis(readMillis),
        Duration.ofMillis(totalMillis),
        10_000,
        20);
  }

  private Uni<List<InetAddress>> resolve(String name, String... addresses) {
    resolved.add(name);
    if (addresses.length == 0) {
      return Uni.createFrom().failure(new UnknownHostException(name));
    }
    return Uni.createFrom()
        .item(List.of(addresses).stream().map(a -> IpLiteral.parse(a).orElseThrow()).toList());
  }

  private String http(String path) {
    return "http://" + NAME + ":" + plain.port() + path;
  }

  private String https(String path) {
    return "https://" + NAME + ":" + secure.port() + path;
  }

  private static OutboundResponse send(GuardedHttpClient client, OutboundRequest request) {
    return client.send(request).await().atMost(Duration.ofSeconds(40));
  }

  private static void check(GuardedHttpClient client, String url) {
    client.check(url).await().atMost(Duration.ofSeconds(40));
  }

  private static void assertFails(GuardedHttpClient client, String url, Reason reason) {
    assertReason(() -> send(client, OutboundRequest.get(url)), url, reason);
  }

  private static void assertRefused(GuardedHttpClient client, String url, Reason reason) {
    assertReason(() -> check(client, url), url, reason);
  }

  private static void assertReason(ThrowingCallable call, String url, Reason reason) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            OutboundException.class, e -> assertThat(e.reason()).as(url).isEqualTo(reason));
  }

  private static String text(OutboundResponse response) {
    return new String(response.body(), UTF_8);
  }
}

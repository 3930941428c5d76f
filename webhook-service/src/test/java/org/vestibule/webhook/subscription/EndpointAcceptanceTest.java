package org.vestibule.webhook.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vestibule.platform.net.CidrList;
import org.vestibule.platform.net.IpLiteral;
import org.vestibule.platform.outbound.GuardedHttpClient;
import org.vestibule.platform.outbound.OutboundSettings;
import org.vestibule.platform.problem.ProblemException;
import org.vestibule.webhook.wire.WebhookProblem;

/** What an endpoint may be where the operator allows nothing beyond the public network. */
class EndpointAcceptanceTest {
  private static final String NO_URL = "endpoint must be an https URL of a host, without a user";
  private static final String NOT_PUBLIC =
      "endpoint must name a host whose addresses are all public";
  private static final Map<String, List<String>> NAMES =
      Map.of(
          "hooks.example.com", List.of("8.8.8.8", "2606:4700::1111"),
          "inside.example.com", List.of("10.0.0.5"),
          "mixed.example.com", List.of("8.8.8.8", "127.0.0.1"),
          "metadata.example.com", List.of("169.254.169.254"),
          "mapped.example.com", List.of("::ffff:127.0.0.1"),
          "localhost", List.of("127.0.0.1"),
          "empty.example.com", List.of());

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close();
  }

  @Test
  void publicHttpsHost_isAccepted() {
    accept("", "https://hooks.example.com/ciam?a=b");
    accept("", "https://hooks.example.com:8443");
    accept("", "https://8.8.8.8/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.example.com/",
        "ftp://hooks.example.com/",
        "file:///etc/passwd",
        "gopher://hooks.example.com/",
        "javascript:alert(1)",
        "//hooks.example.com/",
        "hooks.example.com",
        "https://",
        "https:///x",
        "https://user@hooks.example.com/",
        "https://user:pw@hooks.example.com/",
        "https://hooks.example.com\\@127.0.0.1/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0177.0.0.1/",
        "https://127.1/",
        "https://hooks.example.com:0/",
        "https://hooks.example.com:99999/",
        "https://hooks.example.com/a b",
        "https://hooks.example.com/\r\nHost: a",
        "https://h\u00f6\u00f6ks.example.com/",
        "https://[::1%25lo]/",
        " https://hooks.example.com/"
      })
  void otherUrl_isRefused(String endpoint) {
    assertRefused("", endpoint, NO_URL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://0.0.0.0/",
        "https://10.1.2.3/",
        "https://172.16.0.1/",
        "https://192.168.1.1/",
        "https://169.254.169.254/latest/meta-data",
        "https://100.64.0.1/",
        "https://224.0.0.1/",
        "https://255.255.255.255/",
        "https://192.0.2.1/",
        "https://[fc00::1]/",
        "https://[fe80::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://[64:ff9b::7f00:1]/",
        "https://[2002:7f00:1::]/",
        "https://[2001:db8::1]/",
        "https://inside.example.com/",
        "https://mixed.example.com/",
        "https://metadata.example.com/",
        "https://mapped.example.com/",
        "https://localhost/",
        "https://localhost./",
        "https://empty.example.com/",
        "https://nowhere.example.com/"
      })
  void targetInside_isRefusedByOneText(String endpoint) {
    assertRefused("", endpoint, NOT_PUBLIC);
  }

  @Test
  void operatorsList_opensWhatItNamesAndPlainHttpThere() {
    accept("127.0.0.0/8", "http://127.0.0.1:8099/hook");
    accept("127.0.0.0/8", "http://localhost:8099/hook");
    accept("127.0.0.0/8", "https://localhost/hook");
    assertRefused("127.0.0.0/8", "http://hooks.example.com/", NO_URL);
    assertRefused("127.0.0.0/8", "https://inside.example.com/", NOT_PUBLIC);
    assertRefused("127.0.0.0/8", "https://[::1]/", NOT_PUBLIC);
  }

  private void accept(String allowed, String endpoint) {
    acceptance(allowed).require(endpoint).await().atMost(Duration.ofSeconds(10));
  }

  private void assertRefused(String allowed, String endpoint, String text) {
    assertThatThrownBy(() -> accept(allowed, endpoint))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem()).isEqualTo(new WebhookProblem.Invalid(text)));
  }

  private EndpointAcceptance acceptance(String allowed) {
    OutboundSettings settings = OutboundSettings.of(CidrList.parse(allowed), false);
    return new EndpointAcceptance(
        new GuardedHttpClient(vertx, EndpointAcceptanceTest::resolve, settings));
  }

  private static Uni<List<InetAddress>> resolve(String name) {
    List<String> addresses = NAMES.get(name);
    return addresses == null
        ? Uni.createFrom().failure(new UnknownHostException(name))
        : Uni.createFrom()
            .item(
                Stream.of(addresses)
                    .flatMap(List::stream)
                    .map(it -> IpLiteral.parse(it).orElseThrow())
                    .toList());
  }
}

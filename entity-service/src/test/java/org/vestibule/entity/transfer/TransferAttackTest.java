package org.vestibule.entity.transfer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vestibule.entity.stack.ServiceTest;
import org.vestibule.platform.json.Json;
import org.vestibule.testkit.TestConfig;

@QuarkusTest
class TransferAttackTest extends ServiceTest {
  private final Imports imports = Imports.of(FIRST);

  @ParameterizedTest
  @ValueSource(strings = {"auth", "config", "hostedlogin", "webhook", "entity"})
  void otherServices_mayNeitherImportNorExport(String caller) {
    String run = imports.begin();
    Imports stranger = new Imports(FIRST, caller);
    assertThat(stranger.tryOpen(Imports.opening(Imports.fingerprint())).statusCode())
        .isEqualTo(404);
    assertThat(stranger.tryTake(run, 0, "{}").statusCode()).isEqualTo(404);
    assertThat(stranger.tryFinish(run, 0).statusCode()).isEqualTo(404);
    assertThat(stranger.request().get(stranger.path("/" + run + "/batches/0")).statusCode())
        .isEqualTo(404);
    assertThat(Exports.tryPage(FIRST, caller, Exports.all()).statusCode()).isEqualTo(404);
  }

  @Test
  void withoutAToken_thereIsNothing() {
    String opening = Json.write(Imports.opening(Imports.fingerprint()));
    assertThat(
            given()
                .contentType("application/json")
                .body(opening)
                .post(imports.path(""))
                .statusCode())
        .isEqualTo(404);
    assertThat(given().post(imports.path("").replace("imports", "exports")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void runOfAnotherApplication_isUnknown() {
    String run = imports.begin();
    imports.take(run, 0, "{\"gender\":5}");
    Imports other = Imports.of(SECOND);
    assertThat(other.tryTake(run, 1, "{}").statusCode()).isEqualTo(404);
    assertThat(other.tryFinish(run, 1).statusCode()).isEqualTo(404);
    assertThat(other.request().get(other.path("/" + run + "/batches/0")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void sameFileInAnotherApplication_isAnotherImport() {
    ObjectNode opening = Imports.opening(Imports.fingerprint());
    String run = imports.open(opening).path("id").asText();
    imports.take(run, 0, "{}");
    assertThat(Imports.of(SECOND).open(opening).path("batches")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../etc/passwd",
        "a\u001b[31mb",
        "a\nb",
        "<script>",
        "'; DROP TABLE import_run; --",
        ""
      })
  void hostileFileNames_areOnlyShown(String name) {
    String shown =
        imports
            .open(Imports.opening(Imports.fingerprint()).put("file", name))
            .path("file")
            .asText();
    assertThat(shown).doesNotContainPattern("[\\p{Cntrl}<>/;']").hasSize(name.length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "zz", "../x", "0123456789abcdef' OR 1=1"})
  void fingerprintsThatAreNone_areRefused(String fingerprint) {
    assertThat(imports.tryOpen(Imports.opening(fingerprint)).statusCode()).isEqualTo(400);
  }

  @Test
  void numbersOutOfRange_areRefused() {
    String run = imports.begin();
    assertThat(imports.tryTake(run, -1, "{}").statusCode()).isEqualTo(400);
    assertThat(imports.tryTake(run, 10_000_000, "{}").statusCode()).isEqualTo(400);
    String[] many = new String[5_001];
    Arrays.fill(many, "{}");
    assertThat(imports.tryTake(run, 0, many).statusCode()).isEqualTo(400);
  }

  @Test
  void aBatchThatIsTooLarge_isRefusedBeforeItIsRead() throws IOException {
    String head =
        "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
            + "Content-Length: %d\r\nAuthorization: Bearer %s\r\n\r\n";
    String path = imports.path("/" + imports.begin() + "/batches/0?lastLine=1");
    String token = TestConfig.token("operator", "entity");
    try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
      socket.setSoTimeout(10_000);
      byte[] bytes = head.formatted(path, 9 * 1024 * 1024, token).getBytes(StandardCharsets.UTF_8);
      socket.getOutputStream().write(bytes);
      BufferedReader reply =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      assertThat(reply.readLine()).startsWith("HTTP/1.1 413");
    }
  }

  @Test
  void textThatLooksLikeAFormula_orLikeSql_isText() {
    String formula = "=HYPERLINK(\"http://evil.example.com\")'; DROP TABLE entity_type; --";
    String line = Json.write(Json.object().put("displayName", formula).put("email", email()));
    String run = imports.begin();
    imports.take(run, 0, line);
    assertThat(Exports.page(FIRST, Exports.all().put("filter", "displayName is not null")))
        .anyMatch(it -> it.path("displayName").asText().equals(formula));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nope = 1", "email = ", "password = 'x'", "email contains 'x'"})
  void filtersThatAreNone_areRefused(String filter) {
    assertThat(Exports.tryPage(FIRST, "operator", Exports.all().put("filter", filter)).statusCode())
        .isEqualTo(400);
  }
}

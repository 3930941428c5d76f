package org.vestibule.entity.attack;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.entity.stack.Replies.error;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vestibule.entity.stack.CaptureApi;
import org.vestibule.entity.stack.ServiceTest;
import org.vestibule.entity.stack.Tokens;
import org.vestibule.platform.json.Json;

/** Every operation with every feature, as entity.md 2.3 prints who may call it. */
@QuarkusTest
class PermissionMatrixResourceTest extends ServiceTest {
  private static final List<String> FEATURES =
      List.of("owner", "access_issuer", "direct_access", "direct_read_access", "login_client");

  /** Columns: the five features, and a token. */
  private static final String MATRIX =
      """
      entity                            y - y y - y
      entity.find                       y - y y - -
      entity.count                      y - y y - -
      entity.update                     y - y - - y
      entity.replace                    y - y - - y
      entity.delete                     y - y - - y
      entity.create                     y - y - - -
      entity.bulkCreate                 y - y - - -
      entity.deleteAccess               y y y - y -
      entity.purge                      y - - - - -
      entity.bulkDelete                 y - - - - -
      entity.adopt                      y - y - - y
      entity.attributeValues            y - y y - -
      versions/entity                   y - y y - -
      versions/entity.list              y - y y - -
      versions/entityType               y - y y - -
      entityType                        y y y y y y
      entityType.getAccessSchema        y y y y y -
      entityType.list                   y - - - - -
      entityType.create                 y - - - - -
      entityType.delete                 y - - - - -
      entityType.addAttribute           y - - - - -
      entityType.removeAttribute        y - - - - -
      entityType.renameAttribute        y - - - - -
      entityType.setAttributeConstraints y - - - - -
      entityType.setAttributeDescription y - - - - -
      entityType.setPasswordSettings    y - - - - -
      entityType.rules                  y - - - - -
      entityType.addRule                y - - - - -
      entityType.removeRule             y - - - - -
      entityType.properties             y - - - - -
      entityType.addProperty            y - - - - -
      entityType.removeProperty         y - - - - -
      entityType.setAccessSchema        y - - - - -
      entityType.deleteAccessSchema     y - - - - -
      """;

  private static Map<String, List<String>> matrix() {
    Map<String, List<String>> matrix = new LinkedHashMap<>();
    MATRIX
        .lines()
        .map(it -> Arrays.asList(it.split("\\s+")))
        .forEach(it -> matrix.put(it.get(0), it.subList(1, it.size())));
    return matrix;
  }

  @Test
  void everyFeature_mayWhatThePageSays() {
    matrix()
        .forEach(
            (operation, marks) -> {
              for (int i = 0; i < FEATURES.size(); i++) {
                CaptureApi caller = CaptureApi.by(FIRST.client(FEATURES.get(i)));
                check(operation + " by " + FEATURES.get(i), caller.call(operation), marks.get(i));
              }
              CaptureApi token = CaptureApi.byToken(FIRST, Tokens.issue(FIRST, person()));
              check(operation + " by token", token.call(operation), marks.get(5));
            });
  }

  /** Who may call is told something else: what is missing, or the result. */
  private static void check(String call, JsonNode reply, String mark) {
    boolean isRefused = reply.path("code").asInt() == 403;
    assertThat(isRefused).as(call + ": " + reply).isEqualTo(mark.equals("-"));
    if (isRefused) {
      error(reply, 403, "client_permission_error");
    }
  }

  @Test
  void everyOperation_demandsCredentialsThatAreRight() {
    CaptureApi fenced = CaptureApi.by(FIRST.client("fenced_owner"));
    CaptureApi wrong = new CaptureApi(FIRST, basic(FIRST.client("owner").id() + ":wrong"));
    CaptureApi foreign =
        new CaptureApi(FIRST, CaptureApi.by(SECOND.client("owner")).authorization());
    for (String operation : matrix().keySet()) {
      error(anonymous(operation), 205, "invalid_auth_method");
      error(wrong.call(operation), 402, "invalid_client_credentials");
      error(foreign.call(operation), 402, "invalid_client_credentials");
      error(fenced.call(operation), 403, "client_permission_error");
      error(new CaptureApi(FIRST, "Digest x").call(operation), 205, "invalid_auth_method");
      if (!matrix().get(operation).get(5).equals("-")) {
        error(CaptureApi.byToken(FIRST, "never-issued").call(operation), 413, "no_access_grant");
      }
    }
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes());
  }

  private static JsonNode anonymous(String operation) {
    Response reply =
        given()
            .baseUri("http://" + FIRST.host())
            .formParam("type_name", "user")
            .post("/" + operation);
    return Json.parse(reply.asByteArray());
  }

  @Test
  void everyOperation_isInTheTable() {
    JavaClasses resources = new ClassFileImporter().importPackages("org.vestibule.entity.api");
    Set<String> paths =
        resources.stream()
            .filter(it -> it.isAnnotatedWith(Path.class))
            .flatMap(it -> it.getMethods().stream().filter(m -> m.isAnnotatedWith(Path.class)))
            .map(PermissionMatrixResourceTest::path)
            .collect(Collectors.toSet());
    assertThat(paths).isEqualTo(matrix().keySet());
  }

  private static String path(JavaMethod method) {
    String above = method.getOwner().getAnnotationOfType(Path.class).value();
    String below = method.getAnnotationOfType(Path.class).value();
    return (above.equals("/") ? "" : above.substring(1) + "/") + below;
  }
}

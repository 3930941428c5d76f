package org.vestibule.bench.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vestibule.bench.load.LoadAnswer;
import org.vestibule.bench.load.LoadRequest;

class BenchTenantTest {
  private static final JsonObject CREATED =
      new JsonObject(
          """
          {"entityType":"user","flow":"standard","flowVersion":"v1","locale":"en-US",
           "clients":{"login_client":{"client_id":"login"},
                      "access_issuer":{"client_id":"issuer","client_secret":"secret"}}}
          """);
  private final BenchTenant tenant = new BenchTenant(CREATED);
  private final Person ann = new Person("ann@example.com", "0-1");

  @Test
  void signIn_isThePublicClientsCall() {
    LoadRequest request = tenant.signIn(ann);
    assertThat(request.path()).isEqualTo("/oauth/auth_native_traditional");
    assertThat(request.authorization()).isEmpty();
    assertThat(request.body())
        .contains("client_id=login&flow=standard&flow_version=v1&locale=en-US")
        .contains("form=signInForm&signInEmailAddress=ann%40example.com&currentPassword=");
  }

  @Test
  void accessToken_isTheIssuersCall() {
    LoadRequest request = tenant.accessToken(ann);
    assertThat(request.path()).isEqualTo("/access/getAccessToken");
    assertThat(request.authorization()).isEqualTo("Basic aXNzdWVyOnNlY3JldA==");
    assertThat(request.body().split("&")).containsExactlyInAnyOrder("type_name=user", "uuid=0-1");
  }

  @Test
  void answer_isRightOnlyWithEveryMark() {
    List<String> marks = List.of("\"stat\":\"ok\"", "\"accessToken\":\"");
    assertThat(new LoadAnswer(200, "{\"stat\":\"ok\",\"accessToken\":\"x\"}").isRight(marks))
        .isTrue();
    assertThat(new LoadAnswer(200, "{\"stat\":\"ok\"}").isRight(marks)).isFalse();
    assertThat(new LoadAnswer(401, "{\"stat\":\"ok\",\"accessToken\":\"x\"}").isRight(marks))
        .isFalse();
  }
}

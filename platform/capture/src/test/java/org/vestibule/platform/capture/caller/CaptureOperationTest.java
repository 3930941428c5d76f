package org.vestibule.platform.capture.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vestibule.platform.capture.directory.ClientView;

/** The permission matrix of authentication.md 3.1 and entity.md 2.3: O AI DA DR LC, token. */
class CaptureOperationTest {
  @ParameterizedTest
  @CsvSource({
    "ENTITY,               Y - Y Y -, Y",
    "ENTITY_FIND,          Y - Y Y -, -",
    "ENTITY_COUNT,         Y - Y Y -, -",
    "ENTITY_CREATE,        Y - Y - -, -",
    "ENTITY_UPDATE,        Y - Y - -, Y",
    "ENTITY_REPLACE,       Y - Y - -, Y",
    "ENTITY_DELETE,        Y - Y - -, Y",
    "ENTITY_BULK_CREATE,   Y - Y - -, -",
    "ENTITY_ADOPT,         Y - Y - -, Y",
    "ENTITY_ATTRIBUTE_VALUES, Y - Y Y -, -",
    "ENTITY_PURGE,         Y - - - -, -",
    "VERSIONS,             Y - Y Y -, -",
    "ENTITY_TYPE,          Y Y Y Y Y, Y",
    "ENTITY_TYPE_ACCESS_SCHEMA, Y Y Y Y Y, -",
    "ENTITY_TYPE_CHANGE,   Y - - - -, -",
    "ENTITY_DELETE_ACCESS, Y Y Y - Y, -",
    "ACCESS_TOKEN,         Y Y Y - -, -",
    "AUTHORIZATION_CODE,   Y Y Y - -, -",
    "VERIFICATION_CODE,    Y Y Y - -, -",
    "CREATION_TOKEN,       Y Y Y - -, -",
    "OAUTH_TOKEN,          Y Y Y - Y, -",
    "NATIVE,               - - - - Y, -"
  })
  void matrix(CaptureOperation operation, String row, String token) {
    String[] expected = row.trim().split(" ");
    ClientFeature[] columns = {
      ClientFeature.OWNER,
      ClientFeature.ACCESS_ISSUER,
      ClientFeature.DIRECT_ACCESS,
      ClientFeature.DIRECT_READ_ACCESS,
      ClientFeature.LOGIN_CLIENT
    };
    for (int i = 0; i < columns.length; i++) {
      assertThat(operation.allows(client(columns[i].wireName())))
          .as("%s %s", operation, columns[i])
          .isEqualTo(expected[i].equals("Y"));
    }
    assertThat(operation.allowsToken()).isEqualTo(token.equals("Y"));
    assertThat(operation.allows(client("nothing_known"))).isFalse();
  }

  private static ClientView client(String feature) {
    return new ClientView(
        "client", "app", null, "", List.of(feature), List.of(), List.of(), Map.of(), Map.of());
  }
}

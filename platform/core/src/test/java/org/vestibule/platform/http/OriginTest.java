package org.vestibule.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vestibule.platform.json.Json;

class OriginTest {
  @Test
  void everyMember_comesBack() {
    Origin origin =
        new Origin(
            "/oauth/token",
            "192.0.2.1",
            "agent",
            "https://example.com",
            new Origin.Forwarded("192.0.2.2", "https", "443"));

    assertThat(Json.write(origin.json()))
        .isEqualTo(
            "{\"endpoint\":\"/oauth/token\",\"ipAddress\":\"192.0.2.1\",\"userAgent\":\"agent\","
                + "\"origin\":\"https://example.com\",\"forwarded\":{\"for\":\"192.0.2.2\","
                + "\"proto\":\"https\",\"port\":\"443\"}}");
    assertThat(Origin.of(origin.json())).isEqualTo(origin);
  }

  @Test
  void whatIsNotKnown_isLeftOut() {
    Origin origin =
        new Origin("/entity", null, null, null, new Origin.Forwarded("192.0.2.2", null, null));

    assertThat(Json.write(origin.json()))
        .isEqualTo("{\"endpoint\":\"/entity\",\"forwarded\":{\"for\":\"192.0.2.2\"}}");
    assertThat(Origin.of(origin.json())).isEqualTo(origin);
    assertThat(Origin.of(Origin.none().json())).isEqualTo(Origin.none());
    assertThat(Origin.of(Json.parse("null"))).isEqualTo(Origin.none());
  }
}

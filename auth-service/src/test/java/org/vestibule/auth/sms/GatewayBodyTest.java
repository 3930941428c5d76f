package org.vestibule.auth.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vestibule.platform.json.Json;

class GatewayBodyTest {
  private static final String HOSTILE = "\"}],\"to\":\"+1&Body=x{{to}}\n\\";
  private static final Map<String, String> VALUES =
      Map.of("to", "+4915100000001", "from", "Shop & Co", "text", HOSTILE, "id", "i1");

  @Test
  void json_whenAValueLooksLikeJson_thenItStaysAValue() {
    String body = new GatewayBody(SmsFormat.JSON, null).of(VALUES);

    assertThat(Json.parse(body))
        .isEqualTo(
            Json.object()
                .put("from", "Shop & Co")
                .put("to", "+4915100000001")
                .put("text", HOSTILE));
  }

  @Test
  void form_whenAValueLooksLikeAForm_thenItStaysAValue() {
    String body = new GatewayBody(SmsFormat.FORM, null).of(VALUES);

    assertThat(body.split("&")).hasSize(3);
    assertThat(body).startsWith("from=Shop+%26+Co&to=%2B4915100000001&text=%22%7D%5D%2C");
  }

  @Test
  void template_whenTheOperatorHasOne_thenOnlyItsTagsAreReplaced() {
    String template = "{\"messages\":[{\"ref\":\"{{id}}\",\"dst\":\"{{to}}\",\"x\":\"{{y}}\"}]}";

    assertThat(new GatewayBody(SmsFormat.JSON, template).of(VALUES))
        .isEqualTo("{\"messages\":[{\"ref\":\"i1\",\"dst\":\"+4915100000001\",\"x\":\"{{y}}\"}]}");
  }
}

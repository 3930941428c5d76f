package org.vestibule.entity.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** What replies of the entity operations must look like. */
public final class Replies {
  private Replies() {}

  public static JsonNode ok(JsonNode reply) {
    assertThat(reply.path("stat").asText()).as(reply.toString()).isEqualTo("ok");
    assertThat(reply.has("error")).isFalse();
    return reply;
  }

  public static JsonNode error(JsonNode reply, int code, String error) {
    assertThat(reply.path("stat").asText()).as(reply.toString()).isEqualTo("error");
    assertThat(reply.path("code").asInt()).as(reply.toString()).isEqualTo(code);
    assertThat(reply.path("error").asText()).isEqualTo(error);
    assertThat(reply.path("error_description").asText()).isNotEmpty();
    assertThat(reply.path("request_id").asText()).matches("[a-z2-9]{16}");
    return reply;
  }
}

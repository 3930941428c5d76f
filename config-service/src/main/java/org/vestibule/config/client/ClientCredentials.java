package org.vestibule.config.client;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Id and plain secret of a client, as they are handed over once. */
public record ClientCredentials(
    @JsonProperty("client_id") String id, @JsonProperty("client_secret") String secret) {
  @Override
  public String toString() {
    return "ClientCredentials[" + id + ", ***]";
  }
}

package org.vestibule.hosted.wire;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A JSON document that everybody may read, from any page, and keep for a while. */
public final class PublicDocument {
  private PublicDocument() {}

  /** The ready bytes as an answer. */
  public static Response of(byte[] json, int maxAgeSeconds) {
    return Response.ok(json, MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + maxAgeSeconds)
        .header("Access-Control-Allow-Origin", "*")
        .build();
  }
}

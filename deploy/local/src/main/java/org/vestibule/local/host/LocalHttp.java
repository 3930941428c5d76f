package org.vestibule.local.host;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Small blocking HTTP calls to programs on this machine. */
public final class LocalHttp {
  private static final int CONNECT_MILLISECONDS = 1_000;
  private static final int PROBE_MILLISECONDS = 3_000;
  private static final int CALL_MILLISECONDS = 90_000;

  private LocalHttp() {}

  /** A reply as it came. */
  public record Reply(int status, String body) {}

  /** The status of a GET request; 0 when nobody answers. */
  public static int status(String url) {
    try {
      HttpURLConnection connection = open("GET", url, PROBE_MILLISECONDS);
      int status = connection.getResponseCode();
      drain(connection);
      return status;
    } catch (IOException nobody) {
      return 0;
    }
  }

  /** Calls with a bearer token and an optional JSON body. */
  public static Reply call(String method, String url, String token, String json)
      throws IOException {
    HttpURLConnection connection = open(method, url, CALL_MILLISECONDS);
    connection.setRequestProperty("Authorization", "Bearer " + token);
    if (json != null) {
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "application/json");
      connection.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
    }
    return new Reply(connection.getResponseCode(), drain(connection));
  }

  /** Posts bytes with a bearer token. */
  public static Reply post(String url, String token, String mediaType, byte[] body)
      throws IOException {
    HttpURLConnection connection = open("POST", url, CALL_MILLISECONDS);
    connection.setRequestProperty("Authorization", "Bearer " + token);
    connection.setRequestProperty("Content-Type", mediaType);
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(body.length);
    connection.getOutputStream().write(body);
    return new Reply(connection.getResponseCode(), drain(connection));
  }

  /** Posts a form. */
  public static Reply postForm(String url, Map<String, String> form) throws IOException {
    HttpURLConnection connection = open("POST", url, CALL_MILLISECONDS);
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
    connection.getOutputStream().write(encode(form).getBytes(StandardCharsets.UTF_8));
    return new Reply(connection.getResponseCode(), drain(connection));
  }

  /** The body of a posted form. */
  public static String encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static HttpURLConnection open(String method, String url, int readMilliseconds)
      throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    connection.setRequestMethod(method);
    connection.setRequestProperty("Accept", "application/json, */*");
    connection.setConnectTimeout(CONNECT_MILLISECONDS);
    connection.setReadTimeout(readMilliseconds);
    return connection;
  }

  private static String drain(HttpURLConnection connection) throws IOException {
    boolean failed = connection.getResponseCode() >= 400;
    try (InputStream body = failed ? connection.getErrorStream() : connection.getInputStream()) {
      return body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

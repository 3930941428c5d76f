package org.vestibule.e2e.stack;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One HTTP call, built step by step and sent as an outside client would. */
public final class Call {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  static {
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "date,host,connection");
  }

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final String method;
  private final String base;
  private final String path;
  private final Map<String, String> query = new LinkedHashMap<>();
  private final Map<String, String> form = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private String body = "";
  private Runnable signer = () -> {};

  private Call(String method, String base, String path) {
    this.method = method;
    this.base = base;
    this.path = path;
  }

  public static Call of(String method, String base, String path) {
    return new Call(method, base, path);
  }

  public static Call post(Tenant tenant, String path) {
    return of("POST", tenant.baseUrl(), path);
  }

  public Call query(String name, String value) {
    query.put(name, value);
    return this;
  }

  public Call form(String name, String value) {
    form.put(name, value);
    return this;
  }

  public Call form(Map<String, String> values) {
    form.putAll(values);
    return this;
  }

  public Call header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public Call json(String text) {
    body = text;
    return header("Content-Type", "application/json");
  }

  /** A body of another media type. */
  public Call text(String type, String text) {
    body = text;
    return header("Content-Type", type);
  }

  public Call basic(String clientId, String secret) {
    Secrets.remember(secret);
    byte[] pair = (clientId + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  public Call basic(Tenant tenant, String client) {
    return basic(tenant.clientId(client), tenant.secret(client));
  }

  public Call token(String token) {
    return header("Authorization", "OAuth " + token);
  }

  /** Signs the call when it is sent, as the published generators do (authentication.md 2.1). */
  public Call signed(String clientId, String secret) {
    signer = () -> sign(clientId, secret, Instant.now());
    return this;
  }

  /** Signs the call with a date of the caller's choice. */
  public Call signed(String clientId, String secret, Instant date) {
    signer = () -> sign(clientId, secret, date);
    return this;
  }

  private void sign(String clientId, String secret, Instant instant) {
    String date = DATE.format(instant);
    Map<String, String> all = new TreeMap<>(query);
    all.putAll(form);
    StringBuilder text = new StringBuilder(path).append('\n').append(date).append('\n');
    all.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    header("Date", date);
    header("Authorization", "Signature " + clientId + ":" + hmac(secret, text.toString()));
  }

  /** A header as it was sent. */
  public String sent(String name) {
    return headers.get(name);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }

  public Reply send() {
    signer.run();
    Secrets.sent(form);
    try {
      HttpResponse<String> response =
          CLIENT.send(request(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      Secrets.inJson(response.body());
      return new Reply(response.statusCode(), response.headers(), response.body());
    } catch (IOException failure) {
      throw new CallFailed(method + " " + path, failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CallFailed(method + " " + path, interrupted);
    }
  }

  private HttpRequest request() {
    HttpRequest.Builder builder = HttpRequest.newBuilder(uri()).timeout(LIMIT);
    if (!form.isEmpty()) {
      body = encode(form);
      builder.header("Content-Type", "application/x-www-form-urlencoded");
    }
    headers.forEach(builder::header);
    return builder.method(method, publisher()).build();
  }

  private HttpRequest.BodyPublisher publisher() {
    return body.isEmpty()
        ? HttpRequest.BodyPublishers.noBody()
        : HttpRequest.BodyPublishers.ofString(body);
  }

  private URI uri() {
    return URI.create(base + path + (query.isEmpty() ? "" : "?" + encode(query)));
  }

  private static String encode(Map<String, String> values) {
    return values.entrySet().stream()
        .map(it -> encode(it.getKey()) + "=" + encode(it.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String hmac(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The call got no answer. */
  public static final class CallFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CallFailed(String call, Exception cause) {
      super(call + ": " + cause, cause);
    }
  }
}

package org.vestibule.platform.outbound;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PfxOptions;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A real server on 127.0.0.1, plain or with a certificate for hooks.example.com. */
final class LocalTarget implements AutoCloseable {

  private static final String PASSWORD = "changeit";
  private static final Path KEYS = makeKeys();

  private final HttpServer server;
  private final List<HttpServerRequest> requests = new CopyOnWriteArrayList<>();

  LocalTarget(Vertx vertx, boolean isTls) throws Exception {
    HttpServerOptions options = new HttpServerOptions().setSsl(isTls).setSni(isTls);
    options.setPfxKeyCertOptions(new PfxOptions().setPath(KEYS.toString()).setPassword(PASSWORD));
    server = vertx.createHttpServer(options).requestHandler(this::answer);
    server
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .get(5, TimeUnit.SECONDS);
  }

  /** A client that trusts the server's certificate besides nothing else. */
  static HttpClientOptions trusting() {
    return new HttpClientOptions()
        .setTrustOptions(new PfxOptions().setPath(KEYS.toString()).setPassword(PASSWORD));
  }

  /** The server's certificate as an operator would hand it over. */
  static Path certificate() throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(KEYS)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    String base64 =
        Base64.getMimeEncoder().encodeToString(keys.getCertificate("server").getEncoded());
    String pem = "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
    return Files.writeString(KEYS.resolveSibling("authority.pem"), pem);
  }

  int port() {
    return server.actualPort();
  }

  List<HttpServerRequest> requests() {
    return requests;
  }

  private void answer(HttpServerRequest request) {
    requests.add(request);
    switch (request.path()) {
      case "/redirect" ->
          request.response().setStatusCode(302).putHeader("location", "/other").end();
      case "/large" -> request.response().end("x".repeat(200_000));
      case "/silent" -> {}
      case "/trickle" -> trickle(request);
      case "/broken" ->
          request
              .response()
              .putHeader("content-length", "99")
              .write("part")
              .onComplete(x -> request.connection().close());
      default ->
          request
              .body()
              .onSuccess(
                  body ->
                      request
                          .response()
                          .end(request.method() + " " + request.getHeader("host") + " " + body));
    }
  }

  private void trickle(HttpServerRequest request) {
    request.response().setChunked(true);
    Vertx.currentContext().owner().setPeriodic(50, timer -> request.response().write("."));
  }

  private static Path makeKeys() {
    try {
      Path file = Files.createTempDirectory("outbound").resolve("keys.p12");
      String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
      new ProcessBuilder(
              tool,
              "-genkeypair",
              "-alias",
              "server",
              "-keyalg",
              "EC",
              "-groupname",
              "secp256r1",
              "-dname",
              "CN=hooks.example.com",
              "-ext",
              "SAN=dns:hooks.example.com",
              "-validity",
              "2",
              "-storetype",
              "PKCS12",
              "-storepass",
              PASSWORD,
              "-keystore",
              file.toString())
          .inheritIO()
          .start()
          .waitFor(30, TimeUnit.SECONDS);
      return file;
    } catch (Exception e) {
      throw new IllegalStateException("cannot make a test certificate", e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}

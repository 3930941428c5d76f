package org.vestibule.local.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.local.mailbox.Mail;

class LauncherPagesTest {
  private final Vertx vertx = Vertx.vertx();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final List<JsonObject> texts = new CopyOnWriteArrayList<>();
  private String base;
  private String api;

  @BeforeEach
  void open() {
    api = "http://127.0.0.1:" + listen(vertx.createHttpServer().requestHandler(this::answer));
    Mail mail =
        new Mail("2026-01-01T00:00:00Z", "a@b.c", "ann@example.com", "<Hi>", "<b>text</b>", null);
    LauncherPages pages =
        new LauncherPages(
            vertx,
            to -> to == null || to.equals(mail.to()) ? List.of(mail) : List.of(),
            texts::add,
            host -> host.equals("127.0.0.1") ? Optional.of(site()) : Optional.empty());
    base = "http://127.0.0.1:" + listen(vertx.createHttpServer().requestHandler(pages));
  }

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void mail_whenAskedByAScript_thenIsJson() throws Exception {
    JsonArray mails = new JsonArray(get("/_local/mail?to=ann@example.com", "application/json"));
    assertThat(mails.getJsonObject(0).getString("subject")).isEqualTo("<Hi>");
    assertThat(new JsonArray(get("/_local/mail?to=bob@example.com", "*/*"))).isEmpty();
  }

  @Test
  void mail_whenAskedByABrowser_thenIsAnEscapedPage() throws Exception {
    String page = get("/_local/mail", "text/html,*/*");
    assertThat(page).contains("2026-01-01 00:00:00 UTC");
    assertThat(page).contains("&lt;Hi&gt;", "&lt;b&gt;text").doesNotContain("<b>text");
  }

  @Test
  void text_whenBroughtByAService_thenKept_whenByAPageOfAnotherSite_thenNot() throws Exception {
    String text = "{\"from\":\"Shop\",\"to\":\"+4915100000001\",\"text\":\"123456\"}";

    assertThat(bring("application/json", text)).isEqualTo(202);
    assertThat(bring("text/plain", text)).isEqualTo(404);
    assertThat(bring("application/json", "{")).isEqualTo(400);

    assertThat(texts).containsExactly(new JsonObject(text));
  }

  private int bring(String type, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + LauncherPages.SMS))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void verifyPage_whenPosted_thenHandsOverTheCodeAndShowsTheReply() throws Exception {
    assertThat(get("/_local/site/verify-email?verification_code=a\"b", "text/html"))
        .contains("value=\"a&quot;b\"");
    assertThat(post("/_local/site/verify-email", "verification_code=c0de"))
        .contains("&quot;stat&quot; : &quot;ok&quot;");
    assertThat(calls).containsExactly("/access/useVerificationCode verification_code=c0de");
  }

  @Test
  void resetPage_whenPosted_thenExchangesTheCodeAndChangesThePassword() throws Exception {
    post("/_local/site/reset-password", "code=k&newPassword=n&newPasswordConfirm=n");
    assertThat(calls).hasSize(2);
    assertThat(calls.get(0))
        .startsWith("/oauth/token ")
        .contains("code=k", "client_id=id", "client_secret=secret", "reset-password");
    assertThat(calls.get(1))
        .startsWith("/oauth/update_profile_native ")
        .contains("access_token=t0ken", "form=changePasswordFormNoAuth", "newPassword=n");
  }

  private DemoSite site() {
    return new DemoSite(api, "id", "secret", "standard", "v1", "en-US");
  }

  private void answer(HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body -> {
              calls.add(request.path() + " " + body);
              request.response().end("{\"stat\":\"ok\",\"access_token\":\"t0ken\"}");
            });
  }

  private static int listen(HttpServer server) {
    return server
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join()
        .actualPort();
  }

  private String get(String path, String accept) throws IOException, InterruptedException {
    URI uri = URI.create(base + path.replace("\"", "%22"));
    return send(HttpRequest.newBuilder(uri).header("Accept", accept).build());
  }

  private String post(String path, String form) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build());
  }

  private static String send(HttpRequest request) throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}

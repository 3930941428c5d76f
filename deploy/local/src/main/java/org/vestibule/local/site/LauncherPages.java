package org.vestibule.local.site;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.vestibule.local.mailbox.Mail;

/** Answers everything under {@code /_local}: the mailbox and the pages of a pretended site. */
public final class LauncherPages implements Handler<HttpServerRequest> {
  /** Where the services bring text messages. */
  public static final String SMS = "/_local/sms";

  private static final String HTML = "text/html;charset=UTF-8";
  private static final String NO_SITE =
      Html.page("No such site", "<p>No application of this stack owns this host name.</p>");

  private final Function<String, List<Mail>> mails;
  private final Consumer<JsonObject> texts;
  private final Function<String, Optional<DemoSite>> siteOfHost;
  private final SitePages pages;
  private final Map<String, Handler<HttpServerRequest>> byPath;

  /** Takes the mails by recipient, who keeps text messages, and the site by host name. */
  public LauncherPages(
      Vertx vertx,
      Function<String, List<Mail>> mails,
      Consumer<JsonObject> texts,
      Function<String, Optional<DemoSite>> siteOfHost) {
    this.mails = mails;
    this.texts = texts;
    this.siteOfHost = siteOfHost;
    this.pages = new SitePages(new ApiCalls(vertx));
    this.byPath =
        Map.of(
            "/_local/mail",
            this::mail,
            SMS,
            this::text,
            DemoSite.VERIFY_EMAIL,
            this::verifyEmail,
            DemoSite.RESET_PASSWORD,
            this::resetPassword);
  }

  @Override
  public void handle(HttpServerRequest request) {
    byPath.getOrDefault(request.path(), LauncherPages::notFound).handle(request);
  }

  private void mail(HttpServerRequest request) {
    List<Mail> found = mails.apply(request.getParam("to"));
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    if (accept != null && accept.contains("text/html")) {
      answer(request, HTML, MailPage.render(found));
    } else {
      JsonArray list = new JsonArray(found.stream().map(Mail::json).toList());
      answer(request, "application/json", list.encodePrettily());
    }
  }

  /**
   * A page of another site cannot send this media type, so that none can write into the mailbox.
   */
  private void text(HttpServerRequest request) {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    if (request.method() != HttpMethod.POST || !"application/json".equals(type)) {
      notFound(request);
      return;
    }
    request
        .body()
        .map(Buffer::toJsonObject)
        .map(sms -> keep(request, sms))
        .onFailure(malformed -> request.response().setStatusCode(400).end());
  }

  private Future<Void> keep(HttpServerRequest request, JsonObject sms) {
    texts.accept(sms);
    return request.response().setStatusCode(202).end();
  }

  private void verifyEmail(HttpServerRequest request) {
    serve(
        request,
        () -> pages.askToVerify(param(request, "verification_code")),
        (site, form) -> pages.verify(site, field(form, "verification_code")));
  }

  private void resetPassword(HttpServerRequest request) {
    serve(
        request,
        () -> pages.askForPassword(param(request, "code")),
        (site, form) ->
            pages.reset(
                site,
                field(form, "code"),
                field(form, "newPassword"),
                field(form, "newPasswordConfirm")));
  }

  private void serve(
      HttpServerRequest request,
      java.util.function.Supplier<String> ask,
      BiFunction<DemoSite, HttpServerRequest, Future<String>> act) {
    if (request.method() != HttpMethod.POST) {
      answer(request, HTML, ask.get());
      return;
    }
    request.setExpectMultipart(true);
    request
        .end()
        .compose(read -> site(request).map(site -> act.apply(site, request)).orElse(noSite()))
        .onSuccess(page -> answer(request, HTML, page))
        .onFailure(failure -> answer(request, HTML, failed(failure)));
  }

  private Optional<DemoSite> site(HttpServerRequest request) {
    return siteOfHost.apply(request.authority() == null ? "" : request.authority().host());
  }

  private static Future<String> noSite() {
    return Future.succeededFuture(NO_SITE);
  }

  private static String failed(Throwable failure) {
    return Html.page(
        "The call failed", "<p>" + Html.escape(String.valueOf(failure.getMessage())) + "</p>");
  }

  private static String param(HttpServerRequest request, String name) {
    String value = request.getParam(name);
    return value == null ? "" : value;
  }

  private static String field(HttpServerRequest form, String name) {
    String value = form.getFormAttribute(name);
    return value == null ? "" : value;
  }

  private static void notFound(HttpServerRequest request) {
    request.response().setStatusCode(404);
    answer(request, HTML, Html.page("Not found", "<p>Try <a href=\"/_local/mail\">mail</a>.</p>"));
  }

  private static void answer(HttpServerRequest request, String type, String body) {
    request
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, type)
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Content-Type-Options", "nosniff")
        .end(Buffer.buffer(body.getBytes(StandardCharsets.UTF_8)));
  }
}

package org.vestibule.config.flow.published;

import io.quarkus.vertx.http.Compressed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vestibule.config.flow.FlowHead;
import org.vestibule.config.flow.FlowService;
import org.vestibule.config.flow.VersionId;
import org.vestibule.config.flow.document.Locales;
import org.vestibule.config.flow.wire.FlowError;
import org.vestibule.config.wire.ConfigError;
import org.vestibule.config.wire.ConfigProblemRenderer;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ApiFamily;

/** {@code /widget_data}: flows as SDKs and widgets download them, open to everybody. */
@Path("/widget_data")
@ApiFamily(ConfigProblemRenderer.FAMILY)
public class PublishedFlowResource {
  private static final String SUFFIX = ".json";
  private static final Pattern SCRIPT =
      Pattern.compile("flow\\.js:([^:]{1,64}):([^:]{1,64}):([^:]{1,64}):([^:]{1,200})");

  private final FlowService flows;

  PublishedFlowResource(FlowService flows) {
    this.flows = flows;
  }

  /** The JSON of a version in one locale. */
  @GET
  @Path("/flows/{app}/{flow}/{version}/{file}")
  @Compressed
  public Uni<Response> json(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("version") String version,
      @PathParam("file") String file) {
    String locale = file.endsWith(SUFFIX) ? file.substring(0, file.length() - SUFFIX.length()) : "";
    return find(applicationId, flow, version, locale)
        .map(found -> reply(version, "application/json", json(found, locale)));
  }

  /** The same as a script that hands it to the widget. */
  @GET
  @Path("/{script}")
  @Compressed
  public Uni<Response> script(@PathParam("script") String script) {
    Matcher name = SCRIPT.matcher(script);
    if (!name.matches()) {
      return Uni.createFrom().failure(() -> ConfigError.UNKNOWN_ROUTE.problem().exception());
    }
    String locale = name.group(2);
    String version = name.group(3);
    return find(name.group(1), name.group(4), version, locale)
        .map(found -> reply(version, "application/javascript", callback(json(found, locale))));
  }

  private Uni<FlowHead> find(String applicationId, String flow, String version, String locale) {
    return flows
        .findHead(applicationId, flow, version)
        .map(it -> it.orElseThrow(FlowError.VERSION_NOT_FOUND::exception))
        .invoke(it -> Locales.require(it.document(), locale));
  }

  private static String json(FlowHead flow, String locale) {
    return Json.write(LocalizedDocument.of(flow, locale));
  }

  /** Clients cut exactly six characters from the end; no text may end the script around it. */
  private static String callback(String json) {
    String safe =
        json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    return "janrain.capture.ui.handleCaptureResponse({\"stat\":\"ok\"},function () {"
        + " janrain.capture.ui.render("
        + safe
        + "); });";
  }

  private static Response reply(String version, String type, String body) {
    String age = version.equals(VersionId.HEAD) ? "60" : "31536000, immutable";
    return Response.ok(body)
        .header("Content-Type", type + "; charset=UTF-8")
        .header("Cache-Control", "public, max-age=" + age)
        .header("X-Content-Type-Options", "nosniff")
        .header("Access-Control-Allow-Origin", "*")
        .build();
  }
}

package org.vestibule.config.published;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.vestibule.config.wire.ConfigError;
import org.vestibule.config.wire.ConfigProblemRenderer;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ApiFamily;

/** {@code /widget_data/settings}: published settings as files that everybody may read. */
@Path("/widget_data/settings/{app}")
@ApiFamily(ConfigProblemRenderer.FAMILY)
public class PublishedFilesResource {
  private static final Pattern VERSION =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final String SCRIPT = ".js";
  private static final String OF_A_MINUTE = "public, max-age=60";
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final PublishedService published;

  PublishedFilesResource(PublishedService published) {
    this.published = published;
  }

  /** The latest publish of a client, as JSON or as a script by the ending of the file's name. */
  @GET
  @Path("/{file}")
  public Uni<Response> latest(
      @PathParam("app") String applicationId, @PathParam("file") String file) {
    Uni<Optional<ObjectNode>> found =
        published.find(applicationId, file.substring(0, end(file)), Optional.empty());
    return file.endsWith(SCRIPT)
        ? found.map(it -> file(script(required(it)), "application/javascript", OF_A_MINUTE))
        : found.map(it -> json(it, OF_A_MINUTE));
  }

  /** One publish as JSON. */
  @GET
  @Path("/{client}/{file}")
  public Uni<Response> version(
      @PathParam("app") String applicationId,
      @PathParam("client") String clientId,
      @PathParam("file") String file) {
    String version = file.substring(0, end(file));
    if (file.endsWith(SCRIPT) || !VERSION.matcher(version).matches()) {
      throw ConfigError.UNKNOWN_ROUTE.problem().exception();
    }
    return published
        .find(applicationId, clientId, Optional.of(UUID.fromString(version)))
        .map(found -> json(found, FOR_EVER));
  }

  private static int end(String file) {
    int end = file.lastIndexOf('.');
    if (end < 0 || !file.endsWith(SCRIPT) && !file.endsWith(".json")) {
      throw ConfigError.UNKNOWN_ROUTE.problem().exception();
    }
    return end;
  }

  private static Response json(Optional<ObjectNode> found, String caching) {
    return file(Json.write(required(found)), "application/json", caching);
  }

  private static ObjectNode required(Optional<ObjectNode> found) {
    return found.orElseThrow(() -> ConfigError.UNKNOWN_ROUTE.problem().exception());
  }

  /** Values are texts of an administrator: nothing in them may end the script it stands in. */
  private static String script(ObjectNode document) {
    String json =
        Json.write(document)
            .replace("<", "\\u003c")
            .replace("\u2028", "\\u2028")
            .replace("\u2029", "\\u2029");
    return "janrain.settings.capture.publishedSettings = " + json + ";";
  }

  private static Response file(String text, String type, String caching) {
    return Response.ok(text)
        .header(HttpHeaders.CONTENT_TYPE, type + "; charset=utf-8")
        .header(HttpHeaders.CACHE_CONTROL, caching)
        .header("X-Content-Type-Options", "nosniff")
        .header("Access-Control-Allow-Origin", "*")
        .build();
  }
}

package org.vestibule.config.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.vestibule.platform.http.AllowedMethods;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.Problem;
import org.vestibule.platform.problem.ProblemContext;
import org.vestibule.platform.problem.ProblemRenderer;
import org.vestibule.platform.problem.StandardProblem;

/**
 * Renders problems as {@code {"errors": text or object}}; asked before the renderer of the
 * registration domain, which takes every path.
 */
@Singleton
@Priority(10)
public class ConfigProblemRenderer implements ProblemRenderer {
  /** Name of the family. */
  public static final String FAMILY = "config";

  private static final Pattern PATHS = Pattern.compile("/(v1/)?config(/|$)|/meta(/|$)");

  private final AllowedMethods methods;

  ConfigProblemRenderer(AllowedMethods methods) {
    this.methods = methods;
  }

  @Override
  public String family() {
    return FAMILY;
  }

  @Override
  public boolean serves(String path) {
    return PATHS.matcher(path).lookingAt();
  }

  @Override
  public Response render(Problem problem, ProblemContext context) {
    if (problem instanceof ConfigProblem known) {
      return answer(known);
    }
    if (problem instanceof ConfigRefusal refusal) {
      return ConfigReply.json(refusal.error().status(), errors(refusal.member(), refusal.text()))
          .build();
    }
    if (problem instanceof FlowRefusal refusal) {
      ObjectNode body = Json.object().set("errors", refusal.errors());
      return ConfigReply.json(refusal.status(), body).build();
    }
    if (problem instanceof StandardProblem.MethodNotAllowed) {
      return notAllowed(context.path());
    }
    return answer(error(problem).problem());
  }

  private static ConfigError error(Problem problem) {
    if (problem instanceof StandardProblem.UnknownPath) {
      return ConfigError.UNKNOWN_ROUTE;
    }
    if (problem instanceof StandardProblem.UnsupportedMediaType) {
      return ConfigError.NOT_JSON;
    }
    if (problem instanceof StandardProblem.MalformedRequest) {
      return ConfigError.MALFORMED_BODY;
    }
    return isOutage(problem) ? ConfigError.UNAVAILABLE : ConfigError.UNEXPECTED;
  }

  private static boolean isOutage(Problem problem) {
    return problem instanceof StandardProblem.Busy
        || problem instanceof StandardProblem.Unavailable
        || problem instanceof StandardProblem.TimedOut;
  }

  private Response notAllowed(String path) {
    return ConfigReply.json(405, errors(ConfigError.METHOD_NOT_ALLOWED.problem()))
        .header(HttpHeaders.ALLOW, methods.of(path))
        .build();
  }

  private static Response answer(ConfigProblem problem) {
    Response.ResponseBuilder reply = ConfigReply.json(problem.error().status(), errors(problem));
    if (problem.error() == ConfigError.UNAUTHENTICATED) {
      reply.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"config\", charset=\"UTF-8\"");
    }
    return reply.build();
  }

  private static ObjectNode errors(ConfigProblem problem) {
    return errors(problem.member(), problem.error().text());
  }

  private static ObjectNode errors(String member, String text) {
    return member == null
        ? Json.object().put("errors", text)
        : Json.object().set("errors", Json.object().put(member, text));
  }
}

package org.vestibule.config.flow.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.vestibule.config.wire.FlowRefusal;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ProblemException;

/** Which media types a request offers or asks for (configuration.md 0.5, HTTP 406). */
public final class MediaTypes {
  private static final String ANY = "*/*";

  private MediaTypes() {}

  /** The best of the types that the caller accepts; the first one when it does not say. */
  public static String accepted(EdgeRequest request, List<String> offered) {
    String header = request.header("Accept");
    String wanted = header == null || header.isBlank() ? ANY : header.toLowerCase(Locale.ROOT);
    return Stream.of(wanted.split(","))
        .map(Wanted::of)
        .filter(it -> it.quality > 0)
        .sorted(Comparator.comparingDouble(Wanted::quality).reversed())
        .flatMap(it -> offered.stream().filter(it::fits))
        .findFirst()
        .orElseThrow(() -> refusal(wanted, offered));
  }

  /** The type of the body, which must be one of these. */
  public static String sent(EdgeRequest request, List<String> taken) {
    String type = request.mediaType();
    if (!taken.contains(type)) {
      throw refusal(type, taken);
    }
    return type;
  }

  /** The body as text. */
  public static String text(EdgeRequest request) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(request.body())).toString();
    } catch (CharacterCodingException malformed) {
      throw FlowError.NOT_TEXT.exception();
    }
  }

  private static ProblemException refusal(String received, List<String> accepts) {
    ArrayNode list = Json.array();
    accepts.forEach(list::add);
    String shown = received.substring(0, Math.min(received.length(), 200));
    ObjectNode errors = Json.object().put("received", shown).set("accepts", list);
    return new FlowRefusal(406, errors).exception();
  }

  private record Wanted(String type, double quality) {
    static Wanted of(String element) {
      String[] parts = element.split(";");
      double quality =
          Stream.of(parts)
              .map(String::trim)
              .filter(it -> it.startsWith("q="))
              .mapToDouble(it -> number(it.substring(2)))
              .findFirst()
              .orElse(1);
      return new Wanted(parts[0].trim(), quality);
    }

    private static double number(String text) {
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException malformed) {
        return 1;
      }
    }

    boolean fits(String offered) {
      String family = offered.substring(0, offered.indexOf('/')) + "/*";
      return type.equals(ANY) || type.equals(family) || type.equals(offered);
    }
  }
}

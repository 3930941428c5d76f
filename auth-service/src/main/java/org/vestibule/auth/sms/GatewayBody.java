package org.vestibule.auth.sms;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.vestibule.platform.json.Json;

/**
 * The body of a call to a gateway: the operator's template, in which no value can end its place.
 */
final class GatewayBody {
  private static final Pattern TAG = Pattern.compile("\\{\\{(to|from|text|id)\\}\\}");
  private static final Map<SmsFormat, String> USUAL =
      Map.of(
          SmsFormat.JSON, "{\"from\":\"{{from}}\",\"to\":\"{{to}}\",\"text\":\"{{text}}\"}",
          SmsFormat.FORM, "from={{from}}&to={{to}}&text={{text}}");
  private static final Map<SmsFormat, UnaryOperator<String>> ESCAPES =
      Map.of(SmsFormat.JSON, GatewayBody::inJson, SmsFormat.FORM, GatewayBody::inForm);

  private final String template;
  private final UnaryOperator<String> escape;

  GatewayBody(SmsFormat format, String template) {
    this.template = template == null ? USUAL.get(format) : template;
    this.escape = ESCAPES.get(format);
  }

  /** One pass: a value that looks like a tag stays what it is. */
  String of(Map<String, String> values) {
    StringBuilder body = new StringBuilder();
    Matcher tags = TAG.matcher(template);
    int end = 0;
    while (tags.find()) {
      body.append(template, end, tags.start());
      body.append(escape.apply(values.getOrDefault(tags.group(1), "")));
      end = tags.end();
    }
    return body.append(template, end, template.length()).toString();
  }

  private static String inJson(String value) {
    String quoted = Json.write(value);
    return quoted.substring(1, quoted.length() - 1);
  }

  private static String inForm(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}

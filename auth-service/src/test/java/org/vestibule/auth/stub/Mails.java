package org.vestibule.auth.stub;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.vestibule.platform.json.Json;

/** The mails that were really sent, as their source texts. */
public final class Mails {
  private Mails() {}

  /** The mails to an address, oldest first. */
  public static List<String> to(String address) {
    List<String> sources = new ArrayList<>();
    for (JsonNode mail : Json.parse(given().get(url("")).asString())) {
      if (mail.path("to").asText().equals(address)) {
        sources.add(mail.path("source").asText());
      }
    }
    return sources;
  }

  /** The last of so many mails to an address, waited for. */
  public static String await(String address, int count) throws InterruptedException {
    Instant end = Instant.now().plusSeconds(20);
    while (to(address).size() < count) {
      assertThat(Instant.now()).as("mail %d to %s", count, address).isBefore(end);
      Thread.sleep(50);
    }
    return to(address).get(count - 1);
  }

  /** The code behind a link's parameter. */
  public static String code(String source, String parameter) {
    // Quoted-printable breaks lines and writes "=" as "=3D".
    String text = source.replaceAll("=\\r?\\n", "").replace("=3D", "=");
    Matcher code = Pattern.compile("[?&]" + parameter + "=([a-z2-9]{32})").matcher(text);
    assertThat(code.find()).as(text).isTrue();
    return code.group(1);
  }

  /** The mail server goes away. */
  public static void close() {
    given().post(url("/close"));
  }

  /** The mail server comes back. */
  public static void open() {
    given().post(url("/open"));
  }

  private static String url(String action) {
    return ConfigProvider.getConfig().getValue("test.stub", String.class) + "/_mails" + action;
  }
}

package org.vestibule.e2e.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.vestibule.testkit.Waiting;

/** Reads the mails that the services of the local stack sent. */
public final class Mailbox {
  private static final Duration LIMIT = Duration.ofSeconds(15);
  private final Tenant tenant;

  public Mailbox(Tenant tenant) {
    this.tenant = tenant;
  }

  /** The mails to an address so far, newest first. */
  public List<JsonNode> to(String address) {
    JsonNode mails =
        Call.of("GET", tenant.baseUrl(), "/_local/mail").query("to", address).send().json();
    return StreamSupport.stream(mails.spliterator(), false).toList();
  }

  /** The verification code of the newest mail that has one. */
  public String verificationCode(String address) {
    return find(address, "verification_code=(\\w+)", 1);
  }

  /** The code of the newest mail about a forgotten password, once so many mails have one. */
  public String recoveryCode(String address, int count) {
    return find(address, "[?]code=(\\w+)", count);
  }

  /** What the group of the pattern holds in the newest mail, once so many mails have it. */
  public String find(String address, String pattern, int count) {
    Pattern wanted = Pattern.compile(pattern);
    Waiting.until(() -> matches(address, wanted).size() >= count, LIMIT);
    List<String> found = matches(address, wanted);
    if (found.size() < count) {
      throw new AssertionError("no mail with " + pattern + ", but " + to(address));
    }
    found.forEach(Secrets::remember);
    return found.get(0);
  }

  private List<String> matches(String address, Pattern wanted) {
    return to(address).stream()
        .map(it -> wanted.matcher(it.path("text").asText()))
        .filter(Matcher::find)
        .map(it -> it.group(1))
        .toList();
  }
}

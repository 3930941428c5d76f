package org.vestibule.local.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.vestibule.local.host.LocalHttp;
import org.vestibule.local.host.StackFailure;
import org.vestibule.local.node.Service;
import org.vestibule.testkit.service.ServiceToken;
import org.vestibule.testkit.service.StackSecrets;

/** Calls entity-service as the operator, again and again while it does not answer. */
public final class TransferClient {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int FIRST_PAUSE = 50;
  private static final int LONGEST_PAUSE = 2_000;
  private static final int TELL_AFTER = 5;

  private final List<String> addresses;
  private final ServiceToken token;
  private volatile int preferred;

  /** Takes the addresses of the replicas of entity-service. */
  public TransferClient(List<String> addresses, StackSecrets secrets) {
    this.addresses = List.copyOf(addresses);
    this.token = new ServiceToken("operator", secrets.privateKey("operator"), Clock.systemUTC());
  }

  JsonNode get(String path, Progress progress) {
    return json(persist(progress, address -> LocalHttp.call("GET", address + path, token(), null)));
  }

  JsonNode post(String path, String json, Progress progress) {
    return json(postForText(path, json, progress));
  }

  /** The same where the reply is no JSON. */
  String postForText(String path, String json, Progress progress) {
    return post(path, "application/json", json.getBytes(StandardCharsets.UTF_8), progress);
  }

  JsonNode postLines(String path, byte[] lines, Progress progress) {
    return json(post(path, "application/x-ndjson", lines, progress));
  }

  private String post(String path, String mediaType, byte[] body, Progress progress) {
    return persist(progress, address -> LocalHttp.post(address + path, token(), mediaType, body));
  }

  private String token() {
    return token.to(Service.ENTITY.shortName());
  }

  private String persist(Progress progress, Exchange exchange) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (int tries = 1; ; tries++) {
      String failure;
      int replica = preferred;
      try {
        LocalHttp.Reply reply = exchange.with(addresses.get(replica % addresses.size()));
        if (reply.status() < 500) {
          return accepted(reply);
        }
        failure = "HTTP " + reply.status();
      } catch (IOException unreachable) {
        failure = "it does not answer";
        preferred = replica + 1;
      }
      if (System.nanoTime() > end) {
        throw new StackFailure(
            "entity-service failed for too long (" + failure + "); the same command goes on.");
      }
      pause(progress, tries, failure);
    }
  }

  private static String accepted(LocalHttp.Reply reply) {
    if (reply.status() == 200) {
      return reply.body();
    }
    String reason = reply.status() == 404 ? "no such application, type or import" : reason(reply);
    throw new StackFailure("entity-service refuses: " + reason + ".");
  }

  private static String reason(LocalHttp.Reply reply) {
    try {
      return JSON.readTree(reply.body()).path("errors").asText("HTTP " + reply.status());
    } catch (JsonProcessingException noJson) {
      return "HTTP " + reply.status();
    }
  }

  private static void pause(Progress progress, int tries, String failure) {
    if (tries == TELL_AFTER) {
      progress.waiting("entity-service: " + failure + "; trying again ...");
    }
    try {
      Thread.sleep(Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(tries, 10)));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted; the same command goes on.", interrupted);
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException malformed) {
      throw new StackFailure("entity-service does not speak JSON", malformed);
    }
  }

  /** One try. */
  private interface Exchange {
    LocalHttp.Reply with(String address) throws IOException;
  }
}

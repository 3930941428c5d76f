package org.vestibule.entity.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vestibule.platform.json.Json;

/** Answers of the stub that come later than a service waits. */
final class SlowAnswers {
  private static final long LATE_MILLIS = 2_700;

  private final Map<String, Integer> left = new ConcurrentHashMap<>();
  private final Map<String, Integer> calls = new ConcurrentHashMap<>();

  /** The next answers to a path, as many as asked for, are late. */
  JsonNode set(JsonNode body) {
    left.put(body.path("path").asText(), body.path("times").asInt());
    calls.put(body.path("path").asText(), 0);
    return Json.object();
  }

  /** How often such a path was asked since. */
  JsonNode calls(JsonNode body) {
    return Json.object().put("count", calls.getOrDefault(body.path("path").asText(), 0));
  }

  void delay(String path) {
    calls.computeIfPresent(path, (it, count) -> count + 1);
    Integer times = left.computeIfPresent(path, (it, count) -> count - 1);
    if (times != null && times >= 0) {
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LATE_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

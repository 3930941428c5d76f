package org.vestibule.entity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.entity.stack.Replies.ok;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vestibule.entity.stack.ServiceTest;

@QuarkusTest
class CreationRaceTest extends ServiceTest {
  @Test
  void sixtyFourCreatorsOfOneAddress_oneWins() {
    String email = email();
    List<JsonNode> results = race(64, i -> create(i, "{\"email\":\"" + cased(email, i) + "\"}"));
    assertThat(results).filteredOn(JsonNode::isIntegralNumber).hasSize(1);
    assertThat(results).filteredOn(it -> it.path("code").asInt() == 361).hasSize(63);
    assertThat(count("email = '" + email + "'")).isEqualTo(1);
  }

  @Test
  void sixteenCreatorsOfOneSocialIdentifier_oneWins() {
    String identifier = "https://example.org/" + email();
    String record = "{\"profiles\":[{\"domain\":\"example.org\",\"identifier\":\"%s\"}]}";
    List<JsonNode> results = race(16, i -> create(i, record.formatted(cased(identifier, i))));
    assertThat(results).filteredOn(JsonNode::isIntegralNumber).hasSize(1);
    assertThat(results).filteredOn(it -> it.path("code").asInt() == 361).hasSize(15);
    assertThat(count("profiles.identifier = '" + identifier + "'")).isEqualTo(1);
  }

  @Test
  void batchesThatShareAddresses_storeEachOnce() {
    String email = email();
    List<JsonNode> replies =
        race(
            8,
            i -> {
              String records =
                  IntStream.range(0, 20)
                      .map(k -> i % 2 == 0 ? k : 19 - k)
                      .mapToObj(k -> "{\"email\":\"" + k + email + "\"}")
                      .collect(java.util.stream.Collectors.joining(",", "[", "]"));
              return ok(direct.call(
                      "entity.bulkCreate", "all_attributes", records, "commit_each", "smart"))
                  .path("results");
            });
    long stored =
        replies.stream()
            .flatMap(it -> java.util.stream.StreamSupport.stream(it.spliterator(), false))
            .filter(JsonNode::isIntegralNumber)
            .count();
    assertThat(stored).isEqualTo(20);
  }

  /** By turns as every operation that creates: what the record became, its id or an error. */
  private JsonNode create(int number, String record) {
    if (number % 4 == 0) {
      return direct
          .call(
              "entity.bulkCreate",
              "all_attributes",
              "[" + record + "]",
              "commit_each",
              number % 8 == 0 ? "smart" : "true")
          .path("results")
          .path(0);
    }
    JsonNode reply = direct.create(record);
    return reply.has("id") ? reply.path("id") : reply;
  }

  private static List<JsonNode> race(int size, IntFunction<JsonNode> call) {
    ExecutorService callers = Executors.newFixedThreadPool(size);
    CountDownLatch ready = new CountDownLatch(size);
    List<CompletableFuture<JsonNode>> calls =
        IntStream.range(0, size)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> together(ready, call, i), callers))
            .toList();
    List<JsonNode> replies = calls.stream().map(CompletableFuture::join).toList();
    callers.shutdown();
    return replies;
  }

  private static JsonNode together(CountDownLatch ready, IntFunction<JsonNode> call, int number) {
    ready.countDown();
    try {
      ready.await();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
    return call.apply(number);
  }

  private static String cased(String text, int number) {
    return number % 2 == 0 ? text : text.toUpperCase(Locale.ROOT);
  }

  private long count(String filter) {
    return ok(direct.call("entity.count", "filter", filter)).path("total_count").asLong();
  }
}

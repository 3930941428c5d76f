package org.vestibule.bench.stack;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.vestibule.bench.load.LoadAnswer;
import org.vestibule.bench.load.LoadClient;
import org.vestibule.bench.load.LoadTarget;

/** Registers invented people through the public API, a few at once. */
public final class Registrations {
  private static final int CONNECTIONS = 4;
  private static final int ATTEMPTS = 10;
  private static final List<String> MARKS = List.of("\"stat\":\"ok\"", "\"uuid\"");

  private final BenchTenant tenant;

  public Registrations(BenchTenant tenant) {
    this.tenant = tenant;
  }

  /** Registers so many. */
  public List<Person> register(LoadTarget target, int count) {
    try (LoadClient client = new LoadClient(target, CONNECTIONS)) {
      List<Future<Person>> all =
          IntStream.range(0, count).mapToObj(number -> register(client, number)).toList();
      Future.join(all).toCompletionStage().toCompletableFuture().join();
      return all.stream().map(Future::result).toList();
    }
  }

  private Future<Person> register(LoadClient client, int number) {
    return register(client, number, 1);
  }

  // Fresh services on a busy machine miss their own time limits at first. Nobody knows whether the
  // record was made, so the next try has another address.
  private Future<Person> register(LoadClient client, int number, int attempt) {
    String email = "bench-" + number + "-" + attempt + "@example.com";
    return client
        .send(number % CONNECTIONS, tenant.registration(email))
        .compose(
            answer ->
                answer.isRight(MARKS) || attempt == ATTEMPTS
                    ? Future.succeededFuture(person(email, answer))
                    : register(client, number, attempt + 1));
  }

  private static Person person(String email, LoadAnswer answer) {
    if (!answer.isRight(MARKS)) {
      throw new IllegalStateException("somebody was not registered: " + answer.text());
    }
    JsonObject user = new JsonObject(answer.body()).getJsonObject("capture_user");
    return new Person(email, user.getString("uuid"));
  }
}

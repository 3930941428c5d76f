package org.vestibule.bench.stack;

import java.util.List;
import java.util.Random;
import org.vestibule.bench.load.LoadAnswer;
import org.vestibule.bench.load.LoadClient;
import org.vestibule.bench.load.LoadRequest;

/**
 * How long refused sign-ins take, one after the other: of each pair one names an address that
 * nobody has and one somebody's with a wrong password, which of them first by lot. Each address is
 * asked for once, so that no counter knows it.
 */
final class SignInPairs {
  private static final long SEED = 20_240_309;
  private static final String REFUSED = "\"code\":210";

  private final BenchTenant tenant;
  private final LoadClient client;
  private final Random lots = new Random(SEED);

  SignInPairs(BenchTenant tenant, LoadClient client) {
    this.tenant = tenant;
    this.client = client;
  }

  /** Milliseconds of both kinds, in the order of the people. */
  Times measure(List<Person> people) {
    double[] unknown = new double[people.size()];
    double[] known = new double[people.size()];
    for (int i = 0; i < people.size(); i++) {
      String email = people.get(i).email();
      LoadRequest stranger = tenant.wrongSignIn(email.replace("bench-", "nobod-"));
      LoadRequest somebody = tenant.wrongSignIn(email);
      if (lots.nextBoolean()) {
        unknown[i] = milliseconds(i, stranger);
        known[i] = milliseconds(i, somebody);
      } else {
        known[i] = milliseconds(i, somebody);
        unknown[i] = milliseconds(i, stranger);
      }
    }
    return new Times(unknown, known);
  }

  /** Over another connection, and so from another address, for each pair. */
  private double milliseconds(int pair, LoadRequest request) {
    long began = System.nanoTime();
    LoadAnswer answer =
        client
            .send(pair % client.connections(), request)
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    double spent = (System.nanoTime() - began) / 1e6;
    if (!answer.isRight(List.of(REFUSED))) {
      throw new IllegalStateException("a sign-in was not refused: " + answer.text());
    }
    return spent;
  }

  /** The times of the two kinds. */
  record Times(double[] unknown, double[] known) {}
}

package org.vestibule.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vestibule.bench.figure.Part.Kind;
import org.vestibule.bench.hash.BareHash;
import org.vestibule.bench.hash.HashFigures;
import org.vestibule.bench.load.LoadResult;

class StackFiguresTest {
  private static final Part GATEWAY = new Part("gateway", 1, Kind.GATEWAY);
  private static final Part AUTH = new Part("auth-service", 2, Kind.SERVICE);
  private static final Part ENTITY = new Part("entity-service", 3, Kind.SERVICE);
  private static final Part POSTGRES = new Part("postgres", 4, Kind.DATABASE);
  private static final Part KAFKA = new Part("kafka", 5, Kind.BROKER);
  private static final Part LOAD = new Part("load generator", 6, Kind.LOAD);

  private final StackFigures figures =
      new StackFigures(
          new LoadResult(1_000, 0, "", 50, 300, 500),
          spent(500, 1_200, 42_800, 1_000, 700, 9_999),
          spent(50, 20, 20, 5, 100, 0),
          new BareHash(2, new HashFigures(500, 10, 20_000), new HashFigures(300, 10, 9_900)));

  private static ProcessorTimes spent(long... total) {
    Map<Part, Spent> spent = new LinkedHashMap<>();
    spent.put(GATEWAY, new Spent(total[0], 0, 0, 0));
    spent.put(AUTH, new Spent(total[1], 0, 300, 40));
    spent.put(ENTITY, new Spent(total[2], total[2] * 41 / 42, 0, 0));
    spent.put(POSTGRES, new Spent(total[3], 0, 0, 0));
    spent.put(KAFKA, new Spent(total[4], 0, 0, 0));
    spent.put(LOAD, new Spent(total[5], 0, 0, 0));
    return new ProcessorTimes(spent);
  }

  @Test
  void lines_tellRatesAndEveryProgram() {
    assertThat(figures.lines())
        .contains(
            "bare argon2id m=19456 t=2 p=1: 50.0 hashes/s and 40.0 CPU ms each, 2 at once",
            "bare argon2id m=19456 t=2 p=1: 30.0 hashes/s and 33.0 CPU ms each, 1 at once",
            "50.0 requests/s, p50 300.00 ms, p99 500.00 ms, 1000 answers, none wrong")
        .anyMatch(line -> line.matches("\\| auth-service +\\| +1.200 \\| +0.000 \\| +0.300 .*"))
        .anyMatch(line -> line.matches("\\| gateway and services +\\| +44.500 .* 90 \\|"))
        .anyMatch(line -> line.matches("\\| all but the load +\\| +46.200 .* 195 \\|"))
        .anyMatch(line -> line.matches("\\| load generator +\\| +9.999 .*"));
  }

  @Test
  void besideHash_tellsTheCostBesideTheHashAndTheShareOfTheBareRate() {
    assertThat(figures.besideHash("a sign-in", 3))
        .containsExactly(
            "a sign-in costs the hash plus 2.7 CPU ms in gateway and services (target 3), 0.3 of"
                + " them the compiler's; with database and broker 4.4",
            "at the speed of the machine for which the target was set (24 CPU ms for a hash alone,"
                + " here 33.0): the hash plus 2.0 CPU ms",
            "the hash takes 41.8 CPU ms in the service, alone 40.0 on 2 processors and 33.0 on one",
            "100 % of the bare hash rate");
  }

  @Test
  void times_whenCompared_thenAreWhatWasSpentBetween() {
    Map<Part, Spent> before = Map.of(AUTH, new Spent(1_000, 10, 200, 50));
    Map<Part, Spent> after = Map.of(AUTH, new Spent(3_000, 30, 150, 90));
    ProcessorTimes between = new ProcessorTimes(after).since(new ProcessorTimes(before));
    assertThat(between.of(AUTH)).isEqualTo(new Spent(2_000, 20, 0, 40));
    assertThat(between.perSecond(Duration.ofSeconds(10)).of(Kind.SERVICE))
        .isEqualTo(new Spent(200, 2, 0, 4));
  }
}

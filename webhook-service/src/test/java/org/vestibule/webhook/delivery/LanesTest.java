package org.vestibule.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vestibule.webhook.TestSettings;

class LanesTest {
  private final Lanes lanes =
      new Lanes(TestSettings.of(Map.of("delivery.per-host", "10", "delivery.under-way", "25")));

  @Test
  void host_getsNoMoreThanItsShare() {
    assertThat(rooms(due("a"))).containsExactly(10);
    occupy("a", 7);
    assertThat(rooms(due("a"))).containsExactly(3);
    occupy("a", 3);
    assertThat(rooms(due("a"))).isEmpty();
    lanes.free("a");
    assertThat(rooms(due("a"))).containsExactly(1);
  }

  @Test
  void busyHost_takesNothingFromOthers() {
    occupy("slow", 10);
    List<Allotment> allotments = lanes.allot(List.of(due("slow"), due("fast")));
    assertThat(allotments).extracting(Allotment::room).containsExactly(10);
  }

  @Test
  void subscriptionsOfOneHost_shareItsRoom() {
    assertThat(rooms(due("a"), due("a"), due("a"))).containsExactly(4, 4, 2);
    List<DueSubscription> many = IntStream.range(0, 30).mapToObj(it -> due("a")).toList();
    assertThat(lanes.allot(many)).hasSize(10).allMatch(it -> it.room() == 1);
  }

  @Test
  void everybodyIsFirstInTurn() {
    List<DueSubscription> many = IntStream.range(0, 11).mapToObj(it -> due("a")).toList();
    List<UUID> left =
        IntStream.range(0, 11)
            .mapToObj(it -> lanes.allot(many))
            .map(it -> missing(many, it))
            .distinct()
            .toList();
    assertThat(left).hasSize(11);
  }

  @Test
  void altogether_thereIsALimitToo() {
    assertThat(rooms(due("a"), due("b"), due("c"))).containsExactly(10, 10, 5);
    occupy("a", 10);
    occupy("b", 10);
    assertThat(lanes.total()).isEqualTo(20);
    assertThat(rooms(due("c"), due("d"))).containsExactly(5);
  }

  private static UUID missing(List<DueSubscription> many, List<Allotment> allotments) {
    List<UUID> got = allotments.stream().map(Allotment::subscription).toList();
    return many.stream()
        .map(DueSubscription::id)
        .filter(it -> !got.contains(it))
        .findFirst()
        .orElseThrow();
  }

  private List<Integer> rooms(DueSubscription... due) {
    return lanes.allot(List.of(due)).stream().map(Allotment::room).toList();
  }

  private void occupy(String host, int count) {
    IntStream.range(0, count).forEach(it -> lanes.occupy(host));
  }

  private static DueSubscription due(String host) {
    return new DueSubscription(UUID.randomUUID(), UUID.randomUUID(), host, true);
  }
}

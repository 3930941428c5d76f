package org.vestibule.webhook.delivery;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vestibule.webhook.WebhookConfig;

/**
 * Counts the requests under way of this replica, so that no host gets more than its share and a
 * slow one keeps nobody else waiting.
 */
@Singleton
class Lanes {
  private final int perHost;
  private final int altogether;
  private final Map<String, Integer> underWay = new HashMap<>();
  private int total;
  private int turn;

  Lanes(WebhookConfig config) {
    this.perHost = config.webhook().delivery().perHost();
    this.altogether = config.webhook().delivery().underWay();
  }

  /**
   * How many deliveries of each subscription may begin: the room of a host is shared evenly, and
   * everybody is first in turn.
   */
  synchronized List<Allotment> allot(List<DueSubscription> due) {
    Map<String, Long> sharing =
        due.stream().collect(Collectors.groupingBy(DueSubscription::host, Collectors.counting()));
    Map<String, Integer> room =
        sharing.keySet().stream().collect(Collectors.toMap(Function.identity(), this::room));
    List<DueSubscription> order = new ArrayList<>(due);
    Collections.rotate(order, turn++);
    List<Allotment> allotments = new ArrayList<>();
    int free = altogether - total;
    for (DueSubscription next : order) {
      int share = Math.min(free, share(perHost, sharing.get(next.host()), room.get(next.host())));
      if (share > 0) {
        allotments.add(new Allotment(next.id(), share));
        room.merge(next.host(), -share, Integer::sum);
        free -= share;
      }
    }
    return allotments;
  }

  private static int share(int perHost, long sharing, int room) {
    return (int) Math.min(room, Math.max(1, (perHost + sharing - 1) / sharing));
  }

  private int room(String host) {
    return Math.max(0, perHost - underWay.getOrDefault(host, 0));
  }

  synchronized void occupy(String host) {
    underWay.merge(host, 1, Integer::sum);
    total++;
  }

  synchronized void free(String host) {
    underWay.computeIfPresent(host, (name, count) -> count == 1 ? null : count - 1);
    total--;
  }

  synchronized int total() {
    return total;
  }
}

package org.vestibule.local.gateway;

import io.vertx.core.net.SocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The replicas of one service, taken in turn; one that refused a connection rests a moment. */
final class Targets {
  private static final long REST_NANOSECONDS = 1_000_000_000L;

  private final List<SocketAddress> addresses;
  private final AtomicInteger next = new AtomicInteger();
  private final Map<SocketAddress, Long> restingSince = new ConcurrentHashMap<>();

  Targets(List<Integer> ports) {
    this.addresses =
        ports.stream().map(port -> SocketAddress.inetSocketAddress(port, "127.0.0.1")).toList();
  }

  /** The addresses in the order in which one request may try them. */
  List<SocketAddress> inTurn() {
    if (addresses.size() == 1) {
      return addresses;
    }
    int first = Math.floorMod(next.getAndIncrement(), addresses.size());
    List<SocketAddress> turned =
        java.util.stream.IntStream.range(0, addresses.size())
            .mapToObj(step -> addresses.get((first + step) % addresses.size()))
            .toList();
    List<SocketAddress> awake = turned.stream().filter(this::isAwake).toList();
    return awake.isEmpty() ? turned : awake;
  }

  void rest(SocketAddress address) {
    restingSince.put(address, System.nanoTime());
  }

  private boolean isAwake(SocketAddress address) {
    Long since = restingSince.get(address);
    return since == null || System.nanoTime() - since > REST_NANOSECONDS;
  }
}

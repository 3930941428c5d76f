package org.vestibule.testkit.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** Finds free loopback ports and looks whether one is in use. */
public final class Ports {
  private static final int CONNECT_MILLISECONDS = 500;
  private static final int LOWEST = 10_240;
  private static final int HIGHEST = 32_000;
  private static final int TRIES = 1_000;
  private static final SecureRandom RANDOM = new SecureRandom();
  // A port that was given away is not yet bound: without this two programs could get the same one.
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private Ports() {}

  /** A port that nobody listens on, below those that the system gives to outgoing connections. */
  public static int free() {
    return IntStream.generate(() -> RANDOM.nextInt(LOWEST, HIGHEST))
        .limit(TRIES)
        .filter(Ports::isFree)
        .filter(GIVEN::add)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no free port between 10240 and 32000"));
  }

  /** Several such ports, no two the same. */
  public static List<Integer> free(int count) {
    return IntStream.generate(Ports::free).distinct().limit(count).boxed().toList();
  }

  /** True when the port can be bound on the loopback address. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = bind(port)) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  /** True when something accepts connections on the port. */
  public static boolean isOpen(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLISECONDS);
      return true;
    } catch (IOException closed) {
      return false;
    }
  }

  private static ServerSocket bind(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return socket;
  }
}

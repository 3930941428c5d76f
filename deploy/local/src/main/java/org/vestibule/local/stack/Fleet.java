package org.vestibule.local.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.vestibule.local.host.DataFolder;
import org.vestibule.local.host.StackFailure;
import org.vestibule.local.node.Build;
import org.vestibule.local.node.KafkaBrokerNode;
import org.vestibule.local.node.Node;
import org.vestibule.local.node.PostgresNode;
import org.vestibule.local.node.ReplicaAddress;
import org.vestibule.local.node.Service;
import org.vestibule.local.node.ServiceNode;
import org.vestibule.testkit.process.ChildProcess;
import org.vestibule.testkit.process.Ports;
import org.vestibule.testkit.service.StackSecrets;
import org.vestibule.testkit.service.StackSettings;

/** All programs of a stack: started together, stopped in order, watched in between. */
final class Fleet {
  private static final Duration HEALTH_LIMIT = Duration.ofSeconds(60);
  private static final int POLL_MILLISECONDS = 100;

  private final PostgresNode postgres;
  private final KafkaBrokerNode kafka;
  private final List<ServiceNode> services = new ArrayList<>();
  private final Set<String> running = ConcurrentHashMap.newKeySet();
  private final Consumer<Node> onDeath;
  private volatile boolean isStopping;

  Fleet(StackOptions options, DataFolder folder, StackSecrets secrets, Consumer<Node> onDeath) {
    this.onDeath = onDeath;
    List<Integer> ports = Ports.free(3);
    this.postgres = new PostgresNode(folder, ports.get(0), secrets);
    Build build = new Build(options.project(), options.flags());
    this.kafka = new KafkaBrokerNode(folder, build, ports.get(1), ports.get(2));
    for (Service service : Service.values()) {
      for (int index = 0; index < options.replicasOf(service); index++) {
        List<Integer> pair = Ports.free(2);
        ReplicaAddress address = new ReplicaAddress(index, pair.get(0), pair.get(1));
        ServiceNode node = new ServiceNode(service, address, folder, build);
        services.add(node.with(options.settingsOf(service)));
      }
    }
  }

  /** Tells every service where the others are. */
  void configure(StackSecrets secrets, int mailPort, String smsUrl) {
    StackSettings settings =
        new StackSettings(
            postgres.address().url(PostgresNode.DATABASE),
            kafka.bootstrap(),
            mailPort,
            smsUrl,
            urlsByService(Service::shortName),
            secrets);
    services.forEach(node -> node.configure(settings));
  }

  /** Starts everything that can start at once; services need the database alone. */
  void start(Timeline timeline) {
    Together first = new Together();
    first.run(() -> start(timeline, kafka));
    start(timeline, postgres);
    services.forEach(node -> first.run(() -> start(timeline, node)));
    first.await();
  }

  private void start(Timeline timeline, Node node) {
    timeline.phase(node.label(), () -> start(node));
  }

  private void start(Node node) {
    if (isStopping) {
      throw new StackFailure("Stopped while starting.");
    }
    node.start();
    running.add(node.label());
    node.process().ifPresent(child -> child.process().onExit().thenRun(() -> died(node, child)));
  }

  private void died(Node node, ChildProcess child) {
    boolean isCurrent = node.process().filter(child::equals).isPresent();
    if (isCurrent && running.remove(node.label())) {
      onDeath.accept(node);
    }
  }

  private void stop(Node node) {
    running.remove(node.label());
    node.stop();
  }

  /** Ends the services, then what they need. */
  void stop() {
    isStopping = true;
    stopTogether(services);
    stopTogether(List.of(kafka, postgres));
  }

  /** Stops and starts the programs of a name, or all of them. */
  void restart(String name) {
    List<Node> chosen = name == null ? nodes() : named(name);
    stopTogether(chosen.stream().filter(ServiceNode.class::isInstance).toList());
    stopTogether(chosen.stream().filter(node -> !(node instanceof ServiceNode)).toList());
    startTogether(chosen.stream().filter(node -> !(node instanceof ServiceNode)).toList());
    startTogether(chosen.stream().filter(ServiceNode.class::isInstance).toList());
    awaitHealth();
  }

  /** Stops and starts every service, so that it reads its configuration again. */
  void restartServices() {
    stopTogether(services);
    startTogether(services);
    awaitHealth();
  }

  /** Waits until programs that were not touched have found what was restarted. */
  private void awaitHealth() {
    long end = System.nanoTime() + HEALTH_LIMIT.toNanos();
    while (System.nanoTime() < end && !nodes().stream().allMatch(Fleet::isHealthyOrDead)) {
      try {
        Thread.sleep(POLL_MILLISECONDS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static boolean isHealthyOrDead(Node node) {
    return !node.isAlive() || node.isHealthy();
  }

  private void stopTogether(List<? extends Node> chosen) {
    Together together = new Together();
    chosen.forEach(node -> together.run(() -> stop(node)));
    together.await();
  }

  private void startTogether(List<? extends Node> chosen) {
    Together together = new Together();
    chosen.forEach(node -> together.run(() -> start(node)));
    together.await();
  }

  /** The programs of a name in either form; a label names one replica. */
  List<Node> named(String name) {
    String full = Service.named(name).map(Service::fullName).orElse(name);
    List<Node> found =
        nodes().stream()
            .filter(node -> node.name().equals(full) || node.label().equals(full))
            .toList();
    if (found.isEmpty()) {
      throw new StackFailure("There is no " + name + "; there are " + names() + ".");
    }
    return found;
  }

  private String names() {
    return String.join(", ", nodes().stream().map(Node::name).distinct().toList());
  }

  List<Node> nodes() {
    List<Node> all = new ArrayList<>(List.of(postgres, kafka));
    all.addAll(services);
    return all;
  }

  List<ServiceNode> services() {
    return services;
  }

  PostgresNode postgres() {
    return postgres;
  }

  KafkaBrokerNode kafka() {
    return kafka;
  }

  /** The addresses of the replicas by a name of their service. */
  <K> Map<K, List<String>> urlsByService(Function<Service, K> name) {
    Map<K, List<String>> urls = new LinkedHashMap<>();
    for (ServiceNode node : services) {
      urls.computeIfAbsent(name.apply(node.service()), unused -> new ArrayList<>())
          .add(node.address().url());
    }
    return urls;
  }

  Map<String, List<Integer>> portsByService() {
    Map<String, List<Integer>> ports = new LinkedHashMap<>();
    for (ServiceNode node : services) {
      ports.computeIfAbsent(node.name(), unused -> new ArrayList<>()).add(node.port());
    }
    return ports;
  }

  /** Waits for the end of all programs of a name that were killed. */
  static void kill(Node node) {
    node.process().ifPresent(ChildProcess::kill);
  }

  static Duration age(Node node, java.time.Instant now) {
    return node.startedAt().map(start -> Duration.between(start, now)).orElse(Duration.ZERO);
  }
}

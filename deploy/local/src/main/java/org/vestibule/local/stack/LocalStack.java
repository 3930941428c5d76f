package org.vestibule.local.stack;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.vestibule.local.gateway.GatewayServer;
import org.vestibule.local.gateway.RoutingTable;
import org.vestibule.local.host.AtExit;
import org.vestibule.local.host.DataFolder;
import org.vestibule.local.host.LauncherLock;
import org.vestibule.local.host.StackFailure;
import org.vestibule.local.mailbox.Mailbox;
import org.vestibule.local.node.Node;
import org.vestibule.local.node.Service;
import org.vestibule.local.site.LauncherPages;
import org.vestibule.local.tenant.DemoTenants;
import org.vestibule.local.tenant.TenantClient;
import org.vestibule.testkit.process.ChildProcess;
import org.vestibule.testkit.process.Ports;
import org.vestibule.testkit.service.RandomText;
import org.vestibule.testkit.service.StackSecrets;

/**
 * A whole running stack: database, broker, mailbox, services and gateway with two seeded
 * applications. Commands, journeys and benchmarks start it by this class alone.
 */
public final class LocalStack implements AutoCloseable {
  private static final int LOG_LINES = 15;

  private final StackOptions options;
  private final DataFolder folder;
  private final LauncherLock lock;
  private final Timeline timeline;
  private volatile StackSecrets secrets;
  private final Fleet fleet;
  private final DemoTenants tenants;
  private final int port;
  private final Mailbox mailbox;
  private final Vertx vertx;
  private final String controlToken;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private int controlPort;
  private boolean isHealthy;
  private boolean isClosed;
  private AtExit atExit;

  private LocalStack(StackOptions options, DataFolder folder, LauncherLock lock) {
    this.options = options;
    this.folder = folder;
    this.lock = lock;
    this.timeline = new Timeline(this::say);
    this.port = options.port() == 0 ? Ports.free() : options.port();
    this.secrets = SecretsFile.readOrMake(folder);
    this.tenants = new DemoTenants(folder, port);
    this.mailbox = new Mailbox(Ports.free(), folder.at("mail"), Clock.systemUTC());
    this.fleet = new Fleet(options, folder, secrets, this::reportDeath);
    this.vertx = Vertx.vertx(vertxOptions());
    this.controlToken = RandomText.token();
  }

  /** Starts a stack and returns when everything is healthy and the demo applications exist. */
  public static LocalStack start(StackOptions options) {
    DataFolder folder = new DataFolder(options.data());
    LauncherLock lock = LauncherLock.take(folder);
    LocalStack stack = null;
    try {
      folder.open();
      Preconditions.check(folder, options.port());
      stack = new LocalStack(options, folder, lock);
      stack.closeAtExit();
      stack.run();
      return stack;
    } catch (RuntimeException failure) {
      if (stack == null) {
        lock.close();
      } else {
        stack.close();
      }
      throw failure;
    }
  }

  private synchronized void closeAtExit() {
    atExit = AtExit.run("at-exit", this::close);
  }

  private void run() {
    say("Starting the stack in " + folder.root());
    mailbox.start();
    openGateway();
    fleet.configure(secrets, mailbox.port(), smsUrl());
    controlPort = new ControlServer(vertx, controlToken, new Control()).listen();
    writeState();
    fleet.start(timeline);
    if (!tenants.exist()) {
      timeline.phase("demo applications", () -> tenants.create(tenantClient()));
    }
    tenants.otherPort().ifPresent(this::sayOtherPort);
    isHealthy = true;
    writeState();
    timeline.phase("healthy", () -> {});
  }

  private void sayOtherPort(int made) {
    say("The demo applications were made for port " + made + "; links in mails lead there.");
  }

  private void openGateway() {
    RoutingTable routes =
        RoutingTable.read(options.project().resolve("deploy/helm/vestibule/routes.yaml"));
    LauncherPages pages = new LauncherPages(vertx, mailbox::list, mailbox::keepText, tenants::site);
    new GatewayServer(vertx, routes, fleet.portsByService(), pages)
        .listen(port)
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  private String smsUrl() {
    return "http://127.0.0.1:" + port + LauncherPages.SMS;
  }

  private static VertxOptions vertxOptions() {
    return new VertxOptions()
        .setPreferNativeTransport(true)
        .setEventLoopPoolSize(1)
        .setWorkerPoolSize(4)
        .setFileSystemOptions(
            new FileSystemOptions()
                .setFileCachingEnabled(false)
                .setClassPathResolvingEnabled(false));
  }

  public String baseUrl() {
    return tenants.demoUrl();
  }

  public int port() {
    return port;
  }

  /** The file with what {@link #demo()} holds. */
  public Path demoFile() {
    return folder.at(DemoFile.NAME);
  }

  /** What {@code demo.json} holds. */
  public JsonObject demo() {
    return DemoFile.content(tenants, fleet);
  }

  public DemoTenants tenants() {
    return tenants;
  }

  public TenantClient tenantClient() {
    return new TenantClient(urls(Service.CONFIG.fullName()), secrets);
  }

  /** The address of every replica of a service. */
  public List<String> urls(String service) {
    return fleet.urlsByService(Service::fullName).get(service);
  }

  /** The keys and passwords of this stack. */
  public StackSecrets secrets() {
    return secrets;
  }

  public String kafkaBootstrap() {
    return fleet.kafka().bootstrap();
  }

  /** The process ids of all programs of a name. */
  public List<Long> pids(String name) {
    return fleet.named(name).stream().map(NodeReport::pid).toList();
  }

  /** The process ids of everything that was started. */
  public List<Long> allPids() {
    return fleet.nodes().stream().map(NodeReport::pid).toList();
  }

  /** Kills all programs of a name as a crash would; a label names one replica. */
  public void kill9(String name) {
    fleet.named(name).forEach(Fleet::kill);
  }

  /** Ends all programs of a name in order and starts them again; null means all. */
  public void restart(String name) {
    fleet.restart(name);
    writeState();
  }

  /**
   * Puts a new key in front of the keyring and seals everything anew by it; old keys stay and read.
   * Counts the values of each service.
   */
  public Map<String, Integer> rotateKeys() {
    secrets = secrets.withNewKey();
    // The file first: whatever fails later, nothing is sealed by a key that is nowhere else.
    SecretsFile.write(folder, secrets);
    fleet.configure(secrets, mailbox.port(), smsUrl());
    fleet.restartServices();
    writeState();
    return new KeyRotation(fleet.urlsByService(Function.identity()), secrets).sealAnew();
  }

  /** When each part of the start was done, counted from the beginning. */
  public Map<String, Duration> phases() {
    return timeline.phases();
  }

  /** Ends everything and keeps the archives of classes that a training start wrote. */
  int closeAndKeepArchives() {
    close();
    return (int) fleet.nodes().stream().filter(Node::keepArchive).count();
  }

  /** Waits until somebody asks for the end. */
  public void awaitStop() throws InterruptedException {
    stopped.await();
  }

  /** Ends everything; the data stays. */
  @Override
  public synchronized void close() {
    if (isClosed) {
      return;
    }
    isClosed = true;
    atExit.forget();
    fleet.stop();
    mailbox.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
    StackState.remove(folder);
    lock.close();
    stopped.countDown();
  }

  private void writeState() {
    JsonArray nodes = new JsonArray(fleet.nodes().stream().map(NodeReport::identity).toList());
    StackState.write(
        folder,
        new JsonObject()
            .put("launcher_pid", ProcessHandle.current().pid())
            .put("base_url", baseUrl())
            .put("control_url", "http://127.0.0.1:" + controlPort)
            .put("control_token", controlToken)
            .put("config_service", new JsonArray(urls(Service.CONFIG.fullName())))
            .put("healthy", isHealthy)
            .put("nodes", nodes));
    if (isHealthy) {
      folder.writeText(DemoFile.NAME, demo().encodePrettily());
      folder.writeText(DemoEnv.NAME, DemoEnv.content(demo()));
    }
  }

  private void reportDeath(Node node) {
    say(
        String.format(
            "%s (pid %d) has ended. The last lines of %s:%n  %s%n./vestibule restart %s starts it"
                + " again.",
            node.label(),
            NodeReport.pid(node),
            node.log(),
            String.join("\n  ", ChildProcess.tail(node.log(), LOG_LINES)),
            node.name()));
  }

  // A detached launcher has no terminal, so what it says is also kept.
  private void say(String text) {
    options.output().accept(text);
    folder.appendLine(folder.log("launcher"), text);
  }

  /** What other commands may ask for. */
  private final class Control implements ControlServer.Actions {
    @Override
    public JsonObject status() {
      java.time.Instant now = Clock.systemUTC().instant();
      JsonArray nodes = new JsonArray().add(NodeReport.ofLauncher(port, folder, now));
      fleet.nodes().forEach(node -> nodes.add(NodeReport.full(node, now)));
      return new JsonObject()
          .put("healthy", isHealthy)
          .put("base_url", baseUrl())
          .put("nodes", nodes)
          .put("changes", new OngoingChanges(urls(Service.ENTITY.fullName()), secrets).read());
    }

    @Override
    public void restart(String name) {
      requireHealthy();
      LocalStack.this.restart(name);
    }

    @Override
    public JsonObject rotateKeys() {
      requireHealthy();
      JsonObject counts = new JsonObject();
      LocalStack.this.rotateKeys().forEach(counts::put);
      return counts;
    }

    private void requireHealthy() {
      if (!isHealthy) {
        throw new StackFailure("The stack is still starting.");
      }
    }

    @Override
    public void stop() {
      new Thread(LocalStack.this::close, "stop").start();
    }
  }
}

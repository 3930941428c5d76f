package org.vestibule.local.node;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.vestibule.local.host.DataFolder;
import org.vestibule.local.host.LocalHttp;
import org.vestibule.testkit.process.ChildProcess;
import org.vestibule.testkit.process.Signal;
import org.vestibule.testkit.service.StackSettings;

/** One replica of a service. */
public final class ServiceNode implements Node {
  private static final Duration START_LIMIT = Duration.ofSeconds(120);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

  private final Service service;
  private final ReplicaAddress address;
  private final DataFolder folder;
  private final Build build;
  private StackSettings settings;
  private Map<String, String> further = Map.of();
  private volatile ChildProcess process;

  public ServiceNode(Service service, ReplicaAddress address, DataFolder folder, Build build) {
    this.service = service;
    this.address = address;
    this.folder = folder;
    this.build = build;
  }

  /** Tells the replica about the rest of the stack; before it is started. */
  public void configure(StackSettings newSettings) {
    this.settings = newSettings;
  }

  /** Tells the replica what this stack has beyond the usual; before it is started. */
  public ServiceNode with(Map<String, String> more) {
    this.further = more;
    return this;
  }

  public Service service() {
    return service;
  }

  public ReplicaAddress address() {
    return address;
  }

  @Override
  public String name() {
    return service.fullName();
  }

  @Override
  public String label() {
    return address.index() == 0
        ? service.fullName()
        : service.fullName() + "-" + (address.index() + 1);
  }

  @Override
  public int port() {
    return address.port();
  }

  @Override
  public Path log() {
    return folder.log(label());
  }

  @Override
  public void start() {
    List<String> command = build.serviceCommand(service, folder);
    Path home = writeConfiguration();
    // Fewer memory pools of the C library: they cost more than they bring to a small process.
    process = ChildProcess.start(label(), command, home, log(), Map.of("MALLOC_ARENA_MAX", "2"));
    process.await(START_LIMIT, "ready", this::isHealthy);
  }

  private Path writeConfiguration() {
    Properties properties = new Properties();
    settings
        .of(service.shortName(), address.port(), address.managementPort())
        .forEach(properties::setProperty);
    further.forEach(properties::setProperty);
    StringWriter text = new StringWriter();
    try {
      properties.store(text, null);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    String home = "run/" + label();
    folder.writeText(home + "/config/application.properties", text.toString());
    return folder.at(home);
  }

  @Override
  public void stop() {
    if (process != null) {
      process.stop(Signal.TERM, build.stopLimit(STOP_LIMIT));
    }
  }

  @Override
  public boolean keepArchive() {
    return build.serviceArchive(service).keep(process.process().exitValue());
  }

  @Override
  public boolean isHealthy() {
    return LocalHttp.status(address.managementUrl() + "/q/health/ready") == 200;
  }

  @Override
  public Optional<ChildProcess> process() {
    return Optional.ofNullable(process);
  }
}

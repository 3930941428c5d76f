package org.vestibule.platform.capture.directory;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vestibule.platform.cache.AnswerCache;
import org.vestibule.platform.config.PlatformConfig;
import org.vestibule.platform.event.ReceivedEvent;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.internal.InternalCallException;
import org.vestibule.platform.internal.InternalClient;
import org.vestibule.platform.internal.InternalClients;
import org.vestibule.platform.internal.InternalResponse;
import org.vestibule.platform.kafka.BroadcastFeed;
import org.vestibule.platform.kafka.ConsumerLoops;

/**
 * Clients, settings, domains and flows of config-service, remembered for a while and dropped by
 * {@code config-events} (architecture.md 3); unknown ids are remembered for five seconds.
 */
@Singleton
public class ConfigDirectory {
  private static final Duration MISSES = Duration.ofSeconds(5);
  private static final CallContext CONTEXT = CallContext.platform("directory");
  private final InternalClient config;
  private final BroadcastFeed feed;
  private final AnswerCache<String, ClientView> clients;
  private final AnswerCache<String, DomainView> domains;
  private final AnswerCache<String, ApplicationView> applications;
  private final AnswerCache<FlowKey, FlowView> flows;

  /** Takes the way to config-service and starts to listen to its changes. */
  public ConfigDirectory(InternalClients internal, ConsumerLoops loops, PlatformConfig settings) {
    Duration hits = settings.directory().timeToLive();
    this.config = internal.to("config");
    this.clients = cache(50_000, hits, this::loadClient);
    this.domains = cache(50_000, hits, this::loadDomain);
    this.applications = cache(10_000, hits, this::loadApplication);
    this.flows = cache(1_000, hits, this::loadFlow);
    this.feed = loops.broadcast(List.of("config-events"), this::changed, this::expireAll);
  }

  /** An API client by id. */
  public Uni<Optional<ClientView>> client(String clientId) {
    return clients.get(clientId);
  }

  /** The application of a host name without port; any host while exactly one application exists. */
  public Uni<Optional<DomainView>> applicationOfHost(String host) {
    return domains.get(host);
  }

  /** An application by id. */
  public Uni<Optional<ApplicationView>> application(String applicationId) {
    return applications.get(applicationId);
  }

  /** A flow by name and version; {@code HEAD} is the newest. */
  public Uni<Optional<FlowView>> flow(String applicationId, String flow, String version) {
    return flows.get(new FlowKey(applicationId, flow, version));
  }

  private Uni<Optional<ClientView>> loadClient(String id) {
    return load("/internal/clients/" + segment(id), ClientView.class);
  }

  private Uni<Optional<DomainView>> loadDomain(String host) {
    return load("/internal/domains/" + segment(host), DomainView.class);
  }

  private Uni<Optional<ApplicationView>> loadApplication(String id) {
    return load("/internal/applications/" + segment(id), ApplicationView.class);
  }

  private Uni<Optional<FlowView>> loadFlow(FlowKey key) {
    return load(
        "/internal/applications/%s/flows/%s/versions/%s"
            .formatted(segment(key.applicationId()), segment(key.flow()), segment(key.version())),
        FlowView.class);
  }

  private <T> Uni<Optional<T>> load(String path, Class<T> type) {
    return config.get(path, CONTEXT).map(response -> read(path, response, type));
  }

  static <T> Optional<T> read(String path, InternalResponse response, Class<T> type) {
    if (response.isNotFound()) {
      return Optional.empty();
    }
    if (!response.isOk()) {
      throw new java.io.UncheckedIOException(new InternalCallException(path, response.status()));
    }
    return Optional.of(response.as(type));
  }

  private void changed(ReceivedEvent event) {
    String application = event.data().path("applicationId").asText();
    switch (event.type()) {
      case "client-changed" -> clients.drop(event.data().path("changedClientId").asText());
      case "settings-changed" ->
          settingsChanged(application, event.data().path("changedClientId").asText());
      case "flow-published" ->
          flows.drop(it -> it.changesWith(application, event.data().path("version").asText()));
      default -> everythingOf(application);
    }
  }

  /** Clients of other applications stay: one tenant's change must not cost the others a call. */
  private void settingsChanged(String application, String client) {
    if (client.isEmpty()) {
      clients.dropValues(it -> it.applicationId().equals(application));
      applications.drop(application);
    } else {
      clients.drop(client);
    }
  }

  private void everythingOf(String application) {
    clients.drop(id -> true);
    domains.drop(host -> true);
    applications.drop(application);
    flows.drop(key -> key.applicationId().equals(application));
  }

  private void expireAll() {
    clients.expireAll();
    domains.expireAll();
    applications.expireAll();
    flows.expireAll();
  }

  private <K, V> AnswerCache<K, V> cache(
      long size, Duration hits, Function<K, Uni<Optional<V>>> load) {
    return new AnswerCache<>(size, hits, MISSES, () -> feed.isFresh(), load);
  }

  static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private record FlowKey(String applicationId, String flow, String version) {
    /** A version that is there never changes; one that is new may have been asked for before. */
    boolean changesWith(String application, String newVersion) {
      return applicationId.equals(application)
          && (version.equals("HEAD") || version.equals(newVersion));
    }
  }
}

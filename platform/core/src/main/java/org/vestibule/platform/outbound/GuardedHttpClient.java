package org.vestibule.platform.outbound;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.vestibule.platform.loop.TimeLimit;
import org.vestibule.platform.outbound.OutboundException.Reason;

/**
 * The only way to call a URL that somebody configured: it resolves the name once, refuses targets
 * that are not public, connects to exactly the address it judged, follows no redirect and bounds
 * time and size.
 */
public final class GuardedHttpClient {
  private static final Set<String> TLS_VERSIONS = Set.of("TLSv1.2", "TLSv1.3");

  private final Vertx vertx;
  private final NameResolver resolver;
  private final OutboundSettings settings;
  private final AddressPolicy policy;
  private final HttpClient client;

  public GuardedHttpClient(Vertx vertx, NameResolver resolver, OutboundSettings settings) {
    this(vertx, resolver, settings, new HttpClientOptions());
  }

  GuardedHttpClient(
      Vertx vertx, NameResolver resolver, OutboundSettings settings, HttpClientOptions options) {
    this.vertx = vertx;
    this.resolver = resolver;
    this.settings = settings;
    this.policy = new AddressPolicy(settings.exceptions());
    this.client = vertx.createHttpClient(bounded(options));
  }

  private HttpClientOptions bounded(HttpClientOptions options) {
    return options
        .setConnectTimeout((int) settings.connectTimeout().toMillis())
        .setKeepAliveTimeout(15)
        .setMaxPoolSize(settings.connectionsPerTarget())
        .setEnabledSecureTransportProtocols(TLS_VERSIONS)
        .setMaxWaitQueueSize(1_000)
        .setDecompressionSupported(false)
        .setMaxRedirects(0);
  }

  /** Fails with {@link OutboundException} only; any HTTP status is an answer. */
  public Uni<OutboundResponse> send(OutboundRequest request) {
    Uni<OutboundResponse> work =
        Uni.createFrom().item(request::url).map(Target::parse).chain(to -> reach(to, request));
    return inTime(limit(request.timeout()), work);
  }

  /** Whether a call to this URL would be refused: fails as {@link #send} would, sends nothing. */
  public Uni<Void> check(String url) {
    Uni<Void> work =
        Uni.createFrom()
            .item(url)
            .map(Target::parse)
            .chain(to -> addresses(to).invoke(found -> judge(to, found)))
            .replaceWithVoid();
    return inTime(settings.totalTimeout(), work);
  }

  private <T> Uni<T> inTime(Duration longest, Uni<T> work) {
    return TimeLimit.of(
        vertx,
        longest,
        () -> new OutboundException(Reason.TIMEOUT, "no answer within " + longest),
        work);
  }

  private Duration limit(Duration wanted) {
    Duration longest = settings.totalTimeout();
    return wanted == null || wanted.compareTo(longest) > 0 ? longest : wanted;
  }

  private Uni<OutboundResponse> reach(Target target, OutboundRequest request) {
    return addresses(target)
        .invoke(addresses -> judge(target, addresses))
        .chain(addresses -> attempt(target, addresses, request));
  }

  private Uni<List<InetAddress>> addresses(Target target) {
    return target
        .literal()
        .map(address -> Uni.createFrom().item(List.of(address)))
        .orElseGet(() -> resolve(target.host()));
  }

  private Uni<List<InetAddress>> resolve(String name) {
    return resolver
        .resolve(name)
        .onFailure(UnknownHostException.class)
        .transform(
            failure -> new OutboundException(Reason.UNRESOLVED, "no address found for " + name));
  }

  /** One bad address among several refuses the target: which one gets used is up to the sender. */
  private void judge(Target target, List<InetAddress> addresses) {
    if (addresses.isEmpty()) {
      throw new OutboundException(Reason.UNRESOLVED, "no address found for " + target.host());
    }
    if (!addresses.stream().allMatch(policy::permits)) {
      throw new OutboundException(Reason.ADDRESS, target.host() + " is not a public address");
    }
    boolean isPlain = !target.isTls() && !settings.isPlainHttpAllowed();
    if (isPlain && !addresses.stream().allMatch(policy::isException)) {
      throw new OutboundException(Reason.SCHEME, "the URL must begin with https:");
    }
  }

  private Uni<OutboundResponse> attempt(
      Target target, List<InetAddress> addresses, OutboundRequest request) {
    Uni<OutboundResponse> first = exchange(target, addresses.get(0), request);
    List<InetAddress> others = addresses.subList(1, addresses.size());
    return others.isEmpty()
        ? first
        : first
            .onFailure(GuardedHttpClient::isUnreachable)
            .recoverWithUni(() -> attempt(target, others, request));
  }

  private static boolean isUnreachable(Throwable failure) {
    return failure instanceof OutboundException e
        && (e.reason() == Reason.CONNECT || e.reason() == Reason.TLS);
  }

  private Uni<OutboundResponse> exchange(
      Target target, InetAddress address, OutboundRequest request) {
    RequestOptions options = options(target, address, request);
    return Uni.createFrom()
        .emitter(
            emitter ->
                new Exchange(emitter, request.body(), settings.maxResponseBytes())
                    .start(client, options));
  }

  private RequestOptions options(Target target, InetAddress address, OutboundRequest request) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.valueOf(request.method()))
            .setServer(SocketAddress.inetSocketAddress(target.port(), address.getHostAddress()))
            .setHost(target.authorityHost())
            .setPort(target.port())
            .setSsl(target.isTls())
            .setURI(target.path())
            .setFollowRedirects(false)
            .setIdleTimeout(settings.readTimeout().toMillis());
    request.headers().forEach(options::putHeader);
    return options;
  }

  public void close() {
    client.close();
  }
}

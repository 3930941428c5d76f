package org.vestibule.platform.outbound;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import org.vestibule.platform.config.PlatformConfig;
import org.vestibule.platform.net.CidrList;
import org.vestibule.platform.offload.Offload;

/** Makes clients that reach what the operator allows, each with the limits of its purpose. */
@Singleton
public class GuardedHttpClients {
  private final Vertx vertx;
  private final Offload offload;
  private final PlatformConfig.Outbound config;

  /** Takes the operator's settings. */
  public GuardedHttpClients(Vertx vertx, Offload offload, PlatformConfig config) {
    this.vertx = vertx;
    this.offload = offload;
    this.config = config.outbound();
  }

  /** What the operator allows, with the limits of ordinary calls. */
  public OutboundSettings settings() {
    return OutboundSettings.of(CidrList.of(config.allow().orElse(List.of())), config.allowHttp());
  }

  /** A client with these limits; the caller closes it. */
  public GuardedHttpClient make(OutboundSettings settings) {
    HttpClientOptions options = new HttpClientOptions();
    config
        .caBundle()
        .map(Path::of)
        .map(TrustedAuthorities::with)
        .ifPresent(options::setTrustOptions);
    return new GuardedHttpClient(vertx, new SystemNameResolver(offload), settings, options);
  }
}

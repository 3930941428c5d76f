package org.vestibule.platform.outbound;

import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.vestibule.platform.config.PlatformConfig;
import org.vestibule.platform.net.CidrList;
import org.vestibule.platform.offload.Offload;

/** Makes the client as the operator configured it. */
public class GuardedHttpClientProducer {

  @Produces
  @Singleton
  GuardedHttpClient client(Vertx vertx, Offload offload, PlatformConfig config) {
    CidrList exceptions = CidrList.of(config.outbound().allow().orElse(List.of()));
    return new GuardedHttpClient(
        vertx,
        new SystemNameResolver(offload),
        OutboundSettings.of(exceptions, config.outbound().allowHttp()));
  }

  void close(@Disposes GuardedHttpClient client) {
    client.close();
  }
}

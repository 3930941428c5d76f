package org.vestibule.platform.outbound;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the client for ordinary calls. */
public class GuardedHttpClientProducer {

  @Produces
  @Singleton
  GuardedHttpClient client(GuardedHttpClients clients) {
    return clients.make(clients.settings());
  }

  void close(@Disposes GuardedHttpClient client) {
    client.close();
  }
}

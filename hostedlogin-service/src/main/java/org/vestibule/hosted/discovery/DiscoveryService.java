package org.vestibule.hosted.discovery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.vestibule.hosted.customer.CustomerService;
import org.vestibule.hosted.customer.CustomerView;

/** The discovery documents as bytes, one per customer and form of it. */
@Singleton
public class DiscoveryService {
  private static final int SIZE = 10_000;

  private final CustomerService customers;
  private final DiscoveryDocument document;
  // The key holds all that the document depends on: a changed customer is another key.
  private final Cache<CustomerView, byte[]> documents =
      Caffeine.newBuilder().maximumSize(SIZE).build();

  DiscoveryService(CustomerService customers, DiscoveryDocument document) {
    this.customers = customers;
    this.document = document;
  }

  /** The document of a customer by the id in a path, or the problem 404. */
  Uni<byte[]> document(String customerId) {
    return customers.require(customerId).map(it -> documents.get(it, document::write));
  }
}

package org.vestibule.hosted.customer;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.vestibule.platform.capture.directory.ApplicationView;
import org.vestibule.platform.capture.directory.ConfigDirectory;
import org.vestibule.platform.capture.directory.DomainView;

/** Which customer a host name belongs to: the registration domains of its applications. */
@Singleton
class HostNames {
  private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.:-]{0,253})");

  private final ConfigDirectory directory;
  private final CustomerService customers;

  HostNames(ConfigDirectory directory, CustomerService customers) {
    this.directory = directory;
    this.customers = customers;
  }

  /** The customer whose host this is; any host while exactly one application exists. */
  Uni<Optional<UUID>> customerOf(String host) {
    return domain(host).map(found -> found.map(DomainView::customerId));
  }

  /** Whether the host is a domain of the customer or that of its base address. */
  Uni<Boolean> isOf(String customerId, String host) {
    return customers
        .find(customerId)
        .chain(found -> found.isEmpty() ? Uni.createFrom().item(false) : isOf(found.get(), host));
  }

  private Uni<Boolean> isOf(CustomerView customer, String host) {
    return host.equals(URI.create(customer.baseUrl()).getHost())
        ? Uni.createFrom().item(true)
        : domain(host).chain(found -> isNamedBy(found, customer, host));
  }

  private Uni<Boolean> isNamedBy(Optional<DomainView> found, CustomerView customer, String host) {
    return found.isPresent() && found.get().customerId().equals(customer.id())
        ? directory.application(found.get().applicationId()).map(it -> names(it, host))
        : Uni.createFrom().item(false);
  }

  private static boolean names(Optional<ApplicationView> application, String host) {
    return application.map(it -> it.domains().contains(host)).orElse(false);
  }

  private Uni<Optional<DomainView>> domain(String host) {
    return HOST.matcher(host).matches()
        ? directory.applicationOfHost(host)
        : Uni.createFrom().item(Optional.empty());
  }
}

package org.vestibule.config.application;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vestibule.config.setting.SettingService;
import org.vestibule.platform.id.IdSource;
import org.vestibule.platform.sql.SessionTransactions;
import org.vestibule.platform.sql.Tx;

/** Customers, their applications, and the hosts by which applications are found. */
@Singleton
public class ApplicationService {
  private final SessionTransactions transactions;
  private final ApplicationRepository applications;
  private final SettingService settings;
  private final IdSource ids;
  private final Clock clock;

  ApplicationService(
      SessionTransactions transactions,
      ApplicationRepository applications,
      SettingService settings,
      IdSource ids,
      Clock clock) {
    this.transactions = transactions;
    this.applications = applications;
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
  }

  /** The customer with this id, or empty. */
  public Uni<Optional<CustomerRef>> findCustomer(Tx tx, UUID customerId) {
    return applications.findCustomer(tx, customerId).map(it -> it.map(ApplicationService::ref));
  }

  /** The customer with this name in any case; made when there is none. */
  public Uni<CustomerRef> customerNamed(Tx tx, String name) {
    return applications
        .findCustomerByName(tx, name)
        .chain(known -> known.map(this::same).orElseGet(() -> insertCustomer(tx, name)))
        .map(ApplicationService::ref);
  }

  private Uni<Customer> same(Customer known) {
    return Uni.createFrom().item(known);
  }

  private Uni<Customer> insertCustomer(Tx tx, String name) {
    Customer fresh = Customer.of(ids.uuid(), name, now());
    return applications.insertCustomer(tx, fresh).replaceWith(fresh);
  }

  /** Writes an application and its domains, the first one as the primary. */
  public Uni<Void> insert(Tx tx, NewApplication fresh) {
    List<RegistrationDomain> domains =
        IntStream.range(0, fresh.domains().size())
            .mapToObj(i -> RegistrationDomain.of(fresh.domains().get(i), fresh.id(), i))
            .toList();
    return applications.insert(tx, Application.of(fresh, now()), domains);
  }

  /** Those of the hosts that belong to an application already. */
  public Uni<List<String>> takenDomains(Tx tx, List<String> hosts) {
    return applications.takenDomains(tx, hosts);
  }

  /** The application of this name whose secrets were never handed over, or empty. */
  public Uni<Optional<ApplicationView>> findUnfinished(Tx tx, UUID customerId, String name) {
    return applications
        .findByName(tx, customerId, name)
        .chain(it -> view(tx, it.filter(found -> found.handedOverAt == null)));
  }

  /** Whether the customer has an application of this name, in any case. */
  public Uni<Boolean> isNameTaken(Tx tx, UUID customerId, String name) {
    return applications.findByName(tx, customerId, name).map(Optional::isPresent);
  }

  /** Remembers that the operator has the secrets, so that they are never returned again. */
  public Uni<Void> markHandedOver(Tx tx, String applicationId) {
    return applications.markHandedOver(tx, applicationId, now());
  }

  /** An application with its settings, or empty. */
  public Uni<Optional<ApplicationView>> find(String applicationId) {
    return transactions.read(tx -> find(tx, applicationId));
  }

  /** An application with its settings, or empty. */
  public Uni<Optional<ApplicationView>> find(Tx tx, String applicationId) {
    return applications.find(tx, applicationId).chain(it -> view(tx, it));
  }

  /** Holds an application until the end of the unit of work, so that changes of it queue up. */
  public Uni<Void> lock(Tx tx, String applicationId) {
    return applications.lock(tx, applicationId).map(Optional::orElseThrow).replaceWithVoid();
  }

  /** Counts a change of the application's settings; the number before it. */
  public Uni<Long> nextSettingsRevision(Tx tx, String applicationId) {
    return applications
        .lock(tx, applicationId)
        .map(Optional::orElseThrow)
        .map(it -> it.settingsRevision++);
  }

  /** The customer that owns an application, or empty. */
  public Uni<Optional<UUID>> customerOf(Tx tx, String applicationId) {
    return applications.find(tx, applicationId).map(it -> it.map(found -> found.customerId));
  }

  /** All applications, without settings. */
  public Uni<List<ApplicationView>> list() {
    return transactions.read(
        tx ->
            applications
                .list(tx)
                .chain(all -> applications.allDomains(tx).map(hosts -> views(all, hosts))));
  }

  /** The application that answers a host; any host while there is exactly one application. */
  public Uni<Optional<DomainView>> ofHost(String host) {
    return transactions.read(tx -> byHost(tx, host).chain(it -> orTheOnlyOne(tx, it)));
  }

  private Uni<Optional<Application>> byHost(Tx tx, String host) {
    return HostName.parse(host)
        .map(name -> applications.findByHost(tx, name))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }

  private Uni<Optional<DomainView>> orTheOnlyOne(Tx tx, Optional<Application> found) {
    return found.isPresent()
        ? Uni.createFrom().item(found.map(ApplicationService::domain))
        : applications
            .firstTwo(tx)
            .map(some -> some.size() == 1 ? Optional.of(domain(some.get(0))) : Optional.empty());
  }

  private Uni<Optional<ApplicationView>> view(Tx tx, Optional<Application> found) {
    return found
        .map(it -> view(tx, it).map(Optional::of))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }

  private Uni<ApplicationView> view(Tx tx, Application it) {
    return applications
        .domains(tx, it.id)
        .chain(
            hosts ->
                settings
                    .ofApplication(tx, it.id)
                    .map(
                        values ->
                            new ApplicationView(
                                it.id, it.customerId, it.name, hosts.get(0), hosts, values)));
  }

  private static List<ApplicationView> views(List<Application> all, List<RegistrationDomain> rows) {
    Map<String, List<String>> hosts =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.applicationId,
                    Collectors.mapping(row -> row.host, Collectors.toList())));
    return all.stream().map(it -> summary(it, hosts.get(it.id))).toList();
  }

  private static ApplicationView summary(Application it, List<String> hosts) {
    return new ApplicationView(it.id, it.customerId, it.name, hosts.get(0), hosts, null);
  }

  private static CustomerRef ref(Customer it) {
    return new CustomerRef(it.id, it.name);
  }

  private static DomainView domain(Application it) {
    return new DomainView(it.id, it.customerId);
  }

  private Instant now() {
    return clock.instant();
  }
}

package org.vestibule.config.tenant;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.vestibule.config.application.ApplicationService;
import org.vestibule.config.application.ApplicationView;
import org.vestibule.config.application.CustomerRef;
import org.vestibule.config.application.NewApplication;
import org.vestibule.config.client.ClientService;
import org.vestibule.config.flow.FlowService;
import org.vestibule.config.setting.SettingService;
import org.vestibule.platform.crypto.SecretSource;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.problem.InternalProblem;
import org.vestibule.platform.sql.Tx;

/** Writes all rows of a tenant, or finds those of the same request that was not finished. */
@Singleton
class TenantCreation {
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final int APPLICATION_ID_LENGTH = 26;

  private final ApplicationService applications;
  private final ClientService clients;
  private final SettingService settings;
  private final FlowService flows;
  private final TenantEvents events;
  private final SecretSource source;

  TenantCreation(
      ApplicationService applications,
      ClientService clients,
      SettingService settings,
      FlowService flows,
      TenantEvents events,
      SecretSource source) {
    this.applications = applications;
    this.clients = clients;
    this.settings = settings;
    this.flows = flows;
    this.events = events;
    this.source = source;
  }

  /** The application in the caller's transaction. */
  Uni<ApplicationView> create(Tx tx, TenantRequest request, CallContext context) {
    return customer(tx, request.customer())
        .chain(customer -> createFor(tx, customer, request, context));
  }

  private Uni<ApplicationView> createFor(
      Tx tx, CustomerRef customer, TenantRequest request, CallContext context) {
    return unfinished(tx, customer, request)
        .chain(
            known ->
                known
                    .map(TenantCreation::done)
                    .orElseGet(() -> fresh(tx, customer, request, context)));
  }

  private Uni<CustomerRef> customer(Tx tx, String nameOrId) {
    return UUID_FORM.matcher(nameOrId).matches()
        ? applications.findCustomer(tx, UUID.fromString(nameOrId)).map(it -> known(it, nameOrId))
        : applications.customerNamed(tx, nameOrId);
  }

  private static CustomerRef known(Optional<CustomerRef> customer, String id) {
    return customer.orElseThrow(
        () -> InternalProblem.badRequest("There is no customer with the id " + id + "."));
  }

  /** A request whose answer was lost may be repeated until its secrets were handed over. */
  private Uni<Optional<ApplicationView>> unfinished(
      Tx tx, CustomerRef customer, TenantRequest request) {
    return applications
        .findUnfinished(tx, customer.id(), request.application())
        .map(it -> it.filter(found -> isSame(found, request)));
  }

  private static boolean isSame(ApplicationView found, TenantRequest request) {
    return Set.copyOf(found.domains()).equals(Set.copyOf(request.domains()));
  }

  private Uni<ApplicationView> fresh(
      Tx tx, CustomerRef customer, TenantRequest request, CallContext context) {
    String id = source.lowerAlphanumeric(APPLICATION_ID_LENGTH);
    NewApplication application =
        new NewApplication(id, customer, request.application(), request.domains());
    return requireFree(tx, application)
        .chain(() -> applications.insert(tx, application))
        .chain(() -> settings.insert(tx, id, InitialSettings.of(request)))
        .chain(() -> clients.insertInitial(tx, id))
        .chain(() -> flows.insertShipped(tx, id))
        .chain(flow -> events.append(tx, application, flow, context))
        .chain(() -> applications.find(tx, id))
        .map(Optional::orElseThrow);
  }

  private Uni<Void> requireFree(Tx tx, NewApplication application) {
    return applications
        .isNameTaken(tx, application.customer().id(), application.name())
        .invoke(taken -> requireName(taken, application))
        .chain(() -> applications.takenDomains(tx, application.domains()))
        .invoke(TenantCreation::requireNone)
        .replaceWithVoid();
  }

  private static void requireName(boolean taken, NewApplication application) {
    if (taken) {
      throw InternalProblem.conflict(
          "Customer '%s' already has an application named '%s'."
              .formatted(application.customer().name(), application.name()));
    }
  }

  private static void requireNone(List<String> taken) {
    if (!taken.isEmpty()) {
      throw InternalProblem.conflict(
          "The domain '" + taken.get(0) + "' already belongs to an application.");
    }
  }

  private static Uni<ApplicationView> done(ApplicationView known) {
    return Uni.createFrom().item(known);
  }
}

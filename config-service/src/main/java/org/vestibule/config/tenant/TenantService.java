package org.vestibule.config.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.exception.ConstraintViolationException;
import org.vestibule.config.application.ApplicationService;
import org.vestibule.config.application.ApplicationView;
import org.vestibule.config.client.ClientCredentials;
import org.vestibule.config.client.ClientService;
import org.vestibule.config.flow.FlowService;
import org.vestibule.platform.crypto.Keyring;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.problem.InternalProblem;
import org.vestibule.platform.sql.SessionTransactions;
import org.vestibule.platform.sql.Tx;

/** Makes tenants and hands over their ids and secrets once everything works. */
@Singleton
class TenantService {
  private final SessionTransactions transactions;
  private final TenantCreation creation;
  private final Readiness readiness;
  private final ApplicationService applications;
  private final ClientService clients;
  private final FlowService flows;
  private final Keyring keyring;

  TenantService(
      SessionTransactions transactions,
      TenantCreation creation,
      Readiness readiness,
      ApplicationService applications,
      ClientService clients,
      FlowService flows,
      Keyring keyring) {
    this.transactions = transactions;
    this.creation = creation;
    this.readiness = readiness;
    this.applications = applications;
    this.clients = clients;
    this.flows = flows;
    this.keyring = keyring;
  }

  Uni<TenantReply> create(TenantRequest request, CallContext context) {
    return transactions
        .run(tx -> creation.create(tx, request, context))
        .onFailure(ConstraintViolationException.class)
        .transform(race -> InternalProblem.conflict("The same was made at the same time."))
        .call(it -> readiness.await("entity", it.id(), context))
        .chain(it -> whenHostedLoginIsReady(it, context));
  }

  Uni<List<ApplicationView>> applications() {
    return applications.list();
  }

  private Uni<TenantReply> whenHostedLoginIsReady(ApplicationView it, CallContext context) {
    return readiness
        .await("hostedlogin", it.id(), context)
        .map(report -> configClient(report.path("configClient")))
        .chain(client -> transactions.run(tx -> handOver(tx, it, client)));
  }

  private ClientCredentials configClient(JsonNode sealed) {
    String secret =
        keyring.open(
            "oidc_client_secret",
            "secret",
            sealed.path("rowId").asText(),
            sealed.path("sealedSecret").asText());
    return new ClientCredentials(sealed.path("clientId").asText(), secret);
  }

  private Uni<TenantReply> handOver(Tx tx, ApplicationView application, ClientCredentials oidc) {
    return flows
        .findStandard(tx, application.id())
        .chain(
            flow ->
                clients
                    .credentials(tx, application.id())
                    .map(all -> TenantReply.of(application, flow.orElseThrow(), all, oidc)))
        .call(() -> applications.markHandedOver(tx, application.id()));
  }
}

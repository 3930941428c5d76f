package org.vestibule.config.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.vestibule.config.client.Caller;
import org.vestibule.config.client.Callers;
import org.vestibule.config.client.ClientCredentials;
import org.vestibule.config.client.Permission;
import org.vestibule.config.flow.wire.FlowError;
import org.vestibule.config.flow.wire.Members;
import org.vestibule.config.wire.JsonBody;

/** Brings a flow to another application, whose client the body names (configuration.md 4.8). */
@Singleton
class Promotion {
  private final Callers callers;
  private final FlowService flows;
  private final FlowCopyService copies;

  Promotion(Callers callers, FlowService flows, FlowCopyService copies) {
    this.callers = callers;
    this.flows = flows;
    this.copies = copies;
  }

  Uni<FlowHead> promote(Caller caller, FlowCall call) {
    return flows
        .require(caller.applicationId(), call.flow())
        .chain(
            source -> target(caller, call).chain(target -> copies.promote(target, call, source)));
  }

  private Uni<Caller> target(Caller caller, FlowCall call) {
    ObjectNode body = JsonBody.of(call.request());
    String application = Members.text(body, "app_id");
    ClientCredentials credentials =
        new ClientCredentials(Members.text(body, "client_id"), Members.text(body, "client_secret"));
    if (application.equals(caller.applicationId())) {
      throw FlowError.SAME_APPLICATION.exception();
    }
    return callers.requireOther(call.request(), application, credentials, Permission.FLOWS);
  }
}

package org.vestibule.config.flow;

import org.vestibule.platform.http.EdgeRequest;

/** A request to a flow; the operation is what the audit record says was done. */
public record FlowCall(EdgeRequest request, String applicationId, String flow, String operation) {
  public FlowCall {
    applicationId = StoredName.of(applicationId);
    flow = StoredName.of(flow);
  }
}

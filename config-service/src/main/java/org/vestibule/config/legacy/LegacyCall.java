package org.vestibule.config.legacy;

import java.util.Optional;
import org.vestibule.config.client.Caller;
import org.vestibule.platform.capture.caller.ClientFeature;
import org.vestibule.platform.capture.directory.ClientView;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.CaptureRequest;

/** A call of this family by a client that proved itself. */
record LegacyCall(CaptureRequest request, ClientView client) {
  private static final String TARGET = "for_client_id";

  String applicationId() {
    return client.applicationId();
  }

  LegacyArguments arguments() {
    return new LegacyArguments(request.parameters());
  }

  /** The caller as changes remember it. */
  Caller caller() {
    return new Caller(
        client.id(),
        client.applicationId(),
        client.customerId(),
        request.edge().context().withClient(client.id()));
  }

  boolean isOwner() {
    return client.has(ClientFeature.OWNER);
  }

  void requireOwner() {
    requirePermission(isOwner());
  }

  /** Everybody acts for itself, owners for every client of their application. */
  void requireOwnerOrSelf() {
    requirePermission(isOwner() || targetId().equals(client.id()));
  }

  private static void requirePermission(boolean isPermitted) {
    if (!isPermitted) {
      throw CaptureProblem.clientPermissionError().exception();
    }
  }

  /** The client that the call is about, when one is named. */
  Optional<String> target() {
    return request.parameters().filled(TARGET);
  }

  /** The client that the call is about: the one that is named, else the caller. */
  String targetId() {
    return target().orElse(client.id());
  }
}

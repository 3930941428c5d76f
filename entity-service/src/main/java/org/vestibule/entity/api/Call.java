package org.vestibule.entity.api;

import org.vestibule.platform.capture.caller.Caller;
import org.vestibule.platform.capture.request.CaptureRequest;

/** A permitted call of an operation. */
record Call(CaptureRequest request, Caller caller) {
  Arguments arguments() {
    return new Arguments(request);
  }

  /** The entity type that the call is about: the token's, else the argument's. */
  String typeName() {
    return caller.token().map(it -> it.entityType()).orElseGet(() -> request.required("type_name"));
  }
}

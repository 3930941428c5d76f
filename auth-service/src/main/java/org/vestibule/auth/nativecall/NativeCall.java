package org.vestibule.auth.nativecall;

import java.util.UUID;
import org.vestibule.auth.form.FlowForm;
import org.vestibule.auth.form.FormSubmission;
import org.vestibule.auth.token.GrantOrder;
import org.vestibule.auth.token.Grantee;
import org.vestibule.auth.token.Lifetimes;
import org.vestibule.platform.capture.caller.Caller;
import org.vestibule.platform.capture.directory.ApplicationView;
import org.vestibule.platform.capture.directory.ClientView;
import org.vestibule.platform.capture.directory.SchemaView;
import org.vestibule.platform.capture.event.RecordRef;
import org.vestibule.platform.capture.request.CaptureRequest;
import org.vestibule.platform.http.CallContext;

/** A native call whose caller, flow and form are known. */
public record NativeCall(
    CaptureRequest request,
    Caller caller,
    NativeArguments arguments,
    FlowForm form,
    ApplicationView application,
    SchemaView schema) {

  public String applicationId() {
    return caller.applicationId();
  }

  public ClientView client() {
    return caller.client();
  }

  public CallContext context() {
    return caller.context();
  }

  /** The type of the records that sign in here. */
  public String entityType() {
    return schema.name();
  }

  /** The form with the parameters of this call. */
  public FormSubmission submission() {
    return new FormSubmission(form, request::param, client()::setting, schema);
  }

  /** A record of this application, as events name it. */
  public RecordRef record(UUID uuid) {
    return new RecordRef(
        client().customerId(), applicationId(), application.primaryDomain(), entityType(), uuid);
  }

  /** What this call asks to be granted for a record. */
  public GrantOrder order(UUID recordUuid) {
    return new GrantOrder(
        new Grantee(
            applicationId(), client().customerId(), client().id(), entityType(), recordUuid),
        arguments.responseType(),
        arguments.redirectUri(),
        arguments.refreshSecret(),
        Lifetimes.of(client()::setting));
  }
}

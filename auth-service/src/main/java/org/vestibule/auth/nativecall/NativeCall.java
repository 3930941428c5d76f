package org.vestibule.auth.nativecall;

import java.time.Instant;
import java.util.UUID;
import org.vestibule.auth.attempt.Attempt;
import org.vestibule.auth.form.FlowForm;
import org.vestibule.auth.form.FormSubmission;
import org.vestibule.auth.grant.Grantee;
import org.vestibule.auth.token.CodeTerms;
import org.vestibule.auth.token.GrantOrder;
import org.vestibule.auth.token.Lifetimes;
import org.vestibule.platform.capture.caller.Caller;
import org.vestibule.platform.capture.directory.ApplicationView;
import org.vestibule.platform.capture.directory.ClientView;
import org.vestibule.platform.capture.directory.SchemaView;
import org.vestibule.platform.capture.event.RecordRef;
import org.vestibule.platform.capture.request.CaptureRequest;
import org.vestibule.platform.http.CallContext;

/**
 * A native call whose caller, flow and form are known.
 *
 * @param began when the call was read, before anything was checked
 */
public record NativeCall(
    CaptureRequest request,
    Caller caller,
    NativeArguments arguments,
    FlowForm form,
    ApplicationView application,
    SchemaView schema,
    Instant began) {

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
    return RecordRef.of(application, entityType(), uuid);
  }

  /** An attempt to prove something about an identifier, with the limits of the client. */
  public Attempt attempt(String identifier) {
    return AttemptLimits.of(client()).attempt(this, identifier, null);
  }

  /** An attempt to prove something about a record, with the limits of the client. */
  public Attempt attempt(UUID record) {
    return AttemptLimits.of(client()).attempt(this, null, record);
  }

  /** A record as this call's client is granted access to it. */
  public Grantee grantee(UUID recordUuid) {
    return new Grantee(
        applicationId(), client().customerId(), client().id(), entityType(), recordUuid);
  }

  /** What this call asks to be granted for a record. */
  public GrantOrder order(UUID recordUuid) {
    return new GrantOrder(
        grantee(recordUuid),
        arguments.responseType(),
        CodeTerms.of(arguments.redirectUri()),
        arguments.refreshSecret(),
        Lifetimes.of(client()::setting),
        began);
  }
}

package org.vestibule.auth.nativecall;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.vestibule.auth.form.FlowForm;
import org.vestibule.platform.capture.caller.Caller;
import org.vestibule.platform.capture.caller.CallerAuthentication;
import org.vestibule.platform.capture.directory.ApplicationView;
import org.vestibule.platform.capture.directory.ClientView;
import org.vestibule.platform.capture.directory.ConfigDirectory;
import org.vestibule.platform.capture.directory.SchemaDirectory;
import org.vestibule.platform.capture.directory.SchemaView;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.CaptureRequest;

/**
 * Reads native calls in the order of authentication.md 10: client, feature, allow list, arguments,
 * flow, form, merge token.
 */
@ApplicationScoped
public class NativeCalls {
  private static final int LONGEST_CLIENT_ID = 64;

  private final CallerAuthentication authentication;
  private final FlowForms forms;
  private final ConfigDirectory directory;
  private final SchemaDirectory schemas;

  NativeCalls(
      CallerAuthentication authentication,
      FlowForms forms,
      ConfigDirectory directory,
      SchemaDirectory schemas) {
    this.authentication = authentication;
    this.forms = forms;
    this.directory = directory;
    this.schemas = schemas;
  }

  /** The call with everything that it names, or the first problem with it. */
  public Uni<NativeCall> read(CaptureRequest request, NativeOperation operation) {
    return authentication
        .nativeClient(request, clientId(request))
        .chain(caller -> withForm(request, caller, operation));
  }

  private static String clientId(CaptureRequest request) {
    String id =
        request
            .parameters()
            .filled("client_id")
            .orElseThrow(() -> NativeArguments.withoutClient(request.parameters()).exception());
    if (id.length() > LONGEST_CLIENT_ID) {
      throw CaptureProblem.invalidClientCredentials().exception();
    }
    return id;
  }

  private Uni<NativeCall> withForm(
      CaptureRequest request, Caller caller, NativeOperation operation) {
    NativeArguments arguments = NativeArguments.of(request.parameters(), caller.client());
    return forms
        .find(request.parameters(), caller.client(), arguments, operation)
        .invoke(form -> refuseMergeToken(request))
        .chain(form -> withSchema(request, caller, arguments, form));
  }

  /** Merge tokens come out of social sign-ins that ended in 380, and there is no such one yet. */
  private static void refuseMergeToken(CaptureRequest request) {
    if (request.parameters().filled("merge_token").isPresent()) {
      throw CaptureProblem.invalidArgument("merge_token", "not a valid token").exception();
    }
  }

  private Uni<NativeCall> withSchema(
      CaptureRequest request, Caller caller, NativeArguments arguments, FlowForm form) {
    return application(caller.applicationId())
        .chain(
            application ->
                schema(caller.client())
                    .map(
                        schema ->
                            new NativeCall(request, caller, arguments, form, application, schema)));
  }

  private Uni<ApplicationView> application(String id) {
    return directory
        .application(id)
        .map(found -> found.orElseThrow(() -> CaptureProblem.applicationNotFound().exception()));
  }

  private Uni<SchemaView> schema(ClientView client) {
    String type =
        client.setting("user_entity_type").or(() -> client.setting("entity_type")).orElse("user");
    return schemas
        .type(client.applicationId(), type)
        .map(found -> found.orElseThrow(() -> CaptureProblem.unknownEntityType(type).exception()));
  }
}

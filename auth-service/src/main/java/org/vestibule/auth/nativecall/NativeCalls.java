package org.vestibule.auth.nativecall;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
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
import org.vestibule.platform.capture.request.Parameters;

/**
 * Reads native calls in the order of authentication.md 10: client, feature, allow list, arguments,
 * flow, form.
 */
@Singleton
public class NativeCalls {
  private static final int LONGEST_CLIENT_ID = 64;

  private final CallerAuthentication authentication;
  private final FlowForms forms;
  private final ConfigDirectory directory;
  private final SchemaDirectory schemas;
  private final Clock clock;

  NativeCalls(
      CallerAuthentication authentication,
      FlowForms forms,
      ConfigDirectory directory,
      SchemaDirectory schemas,
      Clock clock) {
    this.authentication = authentication;
    this.forms = forms;
    this.directory = directory;
    this.schemas = schemas;
    this.clock = clock;
  }

  /** The call with everything that it names, or the first problem with it. */
  public Uni<NativeCall> read(CaptureRequest request, NativeOperation operation) {
    Instant began = clock.instant();
    return authentication
        .nativeClient(request, clientId(request, operation), operation.isLimitedToAddresses())
        .chain(caller -> withForm(new Opened(request, caller, began), operation));
  }

  private static String clientId(CaptureRequest request, NativeOperation operation) {
    String id =
        request
            .parameters()
            .filled("client_id")
            .orElseThrow(() -> NativeArguments.withoutClient(request, operation).exception());
    if (id.length() > LONGEST_CLIENT_ID) {
      throw CaptureProblem.invalidClientCredentials().exception();
    }
    return id;
  }

  private Uni<NativeCall> withForm(Opened opened, NativeOperation operation) {
    Parameters given = opened.request().parameters();
    ClientView client = opened.caller().client();
    NativeArguments arguments = NativeArguments.of(opened.request(), client, operation);
    return forms
        .find(given, client, arguments, operation)
        .chain(form -> withSchema(opened, arguments, form));
  }

  private Uni<NativeCall> withSchema(Opened opened, NativeArguments arguments, FlowForm form) {
    Caller caller = opened.caller();
    return application(caller.applicationId())
        .chain(
            application ->
                schema(caller.client())
                    .map(
                        schema ->
                            new NativeCall(
                                opened.request(),
                                caller,
                                arguments,
                                form,
                                application,
                                schema,
                                opened.began())));
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

  private record Opened(CaptureRequest request, Caller caller, Instant began) {}
}

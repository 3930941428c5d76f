package org.vestibule.auth.access;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.vestibule.auth.upstream.Account;
import org.vestibule.auth.upstream.AccountClient;
import org.vestibule.auth.upstream.AccountQuery;
import org.vestibule.platform.capture.caller.Caller;
import org.vestibule.platform.capture.caller.CallerAuthentication;
import org.vestibule.platform.capture.caller.CaptureOperation;
import org.vestibule.platform.capture.directory.ClientView;
import org.vestibule.platform.capture.directory.ConfigDirectory;
import org.vestibule.platform.capture.directory.SchemaDirectory;
import org.vestibule.platform.capture.problem.CaptureCode;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.CaptureRequest;
import org.vestibule.platform.capture.request.ParameterStyle;
import org.vestibule.platform.capture.request.Parameters;
import org.vestibule.platform.http.EdgeRequest;

/** Opens calls of servers: who calls, which record, for which client. */
@Singleton
public class AccessCalls {
  private static final String FOR_CLIENT = "for_client_id";
  private static final int LONGEST_NAME = 200;

  private final CallerAuthentication authentication;
  private final ConfigDirectory directory;
  private final AccountClient accounts;
  private final SchemaDirectory schemas;
  private final Clock clock;

  AccessCalls(
      CallerAuthentication authentication,
      ConfigDirectory directory,
      AccountClient accounts,
      SchemaDirectory schemas,
      Clock clock) {
    this.authentication = authentication;
    this.directory = directory;
    this.accounts = accounts;
    this.schemas = schemas;
    this.clock = clock;
  }

  /**
   * The call with the record that it names (310 when there is none).
   *
   * @param check refuses the operation's own parameters before anything is looked for
   */
  public Uni<AccessCall> read(
      RoutingContext routing, CaptureOperation operation, Consumer<Parameters> check) {
    CaptureRequest request = CaptureRequest.of(EdgeRequest.of(routing), ParameterStyle.ACCESS);
    Instant began = clock.instant();
    return authentication
        .authenticate(request, operation)
        .chain(caller -> read(request.parameters(), check, caller, began));
  }

  /** A call that is about an entity type, before there is a record (222 when there is none). */
  public Uni<TypeCall> readType(
      RoutingContext routing, CaptureOperation operation, Consumer<Parameters> check) {
    CaptureRequest request = CaptureRequest.of(EdgeRequest.of(routing), ParameterStyle.ACCESS);
    return authentication
        .authenticate(request, operation)
        .chain(caller -> readType(request.parameters(), check, caller));
  }

  private Uni<TypeCall> readType(Parameters given, Consumer<Parameters> check, Caller caller) {
    String type = typeName(given);
    check.accept(given);
    return client(given, caller)
        .call(() -> requireType(caller.applicationId(), type))
        .map(client -> new TypeCall(given, client, type));
  }

  private Uni<Void> requireType(String applicationId, String type) {
    return schemas
        .type(applicationId, type)
        .invoke(found -> found.orElseThrow(() -> noType(type)))
        .replaceWithVoid();
  }

  private Uni<AccessCall> read(
      Parameters given, Consumer<Parameters> check, Caller caller, Instant began) {
    AccountQuery query = RecordSelector.of(given);
    String type = typeName(given);
    check.accept(given);
    return client(given, caller)
        .chain(
            client ->
                accounts
                    .find(caller.applicationId(), type, query, caller.context())
                    .map(found -> found.orElseThrow(AccessCalls::noRecord))
                    .map(Account::uuid)
                    .map(uuid -> new AccessCall(given, caller, client, type, uuid, began)));
  }

  private static String typeName(Parameters given) {
    String type = given.required("type_name");
    if (type.length() > LONGEST_NAME) {
      throw noType(type.substring(0, LONGEST_NAME));
    }
    return type;
  }

  private Uni<ClientView> client(Parameters given, Caller caller) {
    return given
        .filled(FOR_CLIENT)
        .filter(id -> !id.equals(caller.client().id()))
        .map(id -> clientOf(caller.applicationId(), id))
        .orElseGet(() -> Uni.createFrom().item(caller.client()));
  }

  private Uni<ClientView> clientOf(String applicationId, String id) {
    return directory
        .client(id)
        .map(found -> found.filter(it -> it.applicationId().equals(applicationId)))
        .map(found -> found.orElseThrow(AccessCalls::noClient));
  }

  private static RuntimeException noType(String type) {
    return CaptureProblem.unknownEntityType(type).exception();
  }

  private static RuntimeException noClient() {
    return CaptureProblem.invalidArgument(FOR_CLIENT, "not a valid id").exception();
  }

  private static RuntimeException noRecord() {
    return CaptureProblem.of(CaptureCode.RECORD_NOT_FOUND, "a record could not be found")
        .exception();
  }
}

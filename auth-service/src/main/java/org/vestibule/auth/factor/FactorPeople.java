package org.vestibule.auth.factor;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.vestibule.platform.capture.directory.ApplicationView;
import org.vestibule.platform.capture.directory.ClientView;
import org.vestibule.platform.capture.directory.ConfigDirectory;
import org.vestibule.platform.capture.event.RecordRef;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.problem.InternalProblem;

/** Finds out under whose settings a person's second factor is. */
@Singleton
public class FactorPeople {
  private final ConfigDirectory directory;

  FactorPeople(ConfigDirectory directory) {
    this.directory = directory;
  }

  /** The person of a request; a client of another application does not exist for it. */
  public Uni<FactorPerson> require(PersonRequest request, CallContext context) {
    return client(request)
        .chain(client -> application(request).map(it -> person(request, client, it, context)));
  }

  private Uni<ClientView> client(PersonRequest request) {
    return directory
        .client(request.clientId())
        .map(
            found ->
                found
                    .filter(it -> it.applicationId().equals(request.applicationId()))
                    .orElseThrow(InternalProblem::notFound));
  }

  private Uni<ApplicationView> application(PersonRequest request) {
    return directory
        .application(request.applicationId())
        .map(found -> found.orElseThrow(InternalProblem::notFound));
  }

  private static FactorPerson person(
      PersonRequest request, ClientView client, ApplicationView application, CallContext context) {
    RecordRef record = RecordRef.of(application, request.entityType(), request.recordUuid());
    return new FactorPerson(client, record, context.withClient(client.id()));
  }
}

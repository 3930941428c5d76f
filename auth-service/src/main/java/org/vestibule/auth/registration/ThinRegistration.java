package org.vestibule.auth.registration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.vestibule.auth.nativecall.NativeCall;
import org.vestibule.auth.nativecall.NativeSession;
import org.vestibule.auth.social.HeldToken;
import org.vestibule.auth.social.ProfileEntry;
import org.vestibule.auth.upstream.EntityServiceClient;
import org.vestibule.auth.upstream.RegistrationResult;

/** Makes records of people out of what a social provider told, without a form. */
@Singleton
public class ThinRegistration {
  private final RegistrationForms forms;
  private final EntityServiceClient entities;
  private final RegistrationGrants grants;
  private final Clock clock;

  ThinRegistration(
      RegistrationForms forms,
      EntityServiceClient entities,
      RegistrationGrants grants,
      Clock clock) {
    this.forms = forms;
    this.entities = entities;
    this.grants = grants;
    this.clock = clock;
  }

  /** What the new record is given; nothing when the store does not take what was told. */
  public Uni<Optional<NativeSession>> register(NativeCall call, HeldToken held) {
    return forms
        .admit(call)
        .chain(() -> create(call, held))
        .chain(result -> conclude(call, held, result));
  }

  private Uni<RegistrationResult> create(NativeCall call, HeldToken held) {
    ObjectNode attributes = SocialAttributes.all(held.profile(), call.schema(), clock.instant());
    ObjectNode identity = ProfileEntry.of(held.profile(), call.client());
    return entities.register(
        call.applicationId(), call.entityType(), attributes, Optional.of(identity), call.context());
  }

  private Uni<Optional<NativeSession>> conclude(
      NativeCall call, HeldToken held, RegistrationResult result) {
    return result.fold(
        created -> grants.grant(call, created, Optional.of(held)).map(Optional::of),
        refused -> Uni.createFrom().item(Optional.empty()));
  }
}

package org.vestibule.auth.grant;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.function.Function;
import org.vestibule.auth.userevent.UserEvent;
import org.vestibule.auth.userevent.UserEventEffect;
import org.vestibule.platform.capture.directory.ApplicationView;
import org.vestibule.platform.capture.directory.ConfigDirectory;
import org.vestibule.platform.capture.event.RecordRef;
import org.vestibule.platform.sql.Tx;

/** Ends grants when their record is deleted, its account deactivated or its password changed. */
@Singleton
class GrantEnd implements UserEventEffect {
  private static final Set<String> DEACTIVATION = Set.of("deactivateAccount");
  private static final Set<String> ENDING = Set.of("deactivateAccount", "password");

  private final GrantService grants;
  private final ConfigDirectory directory;

  GrantEnd(GrantService grants, ConfigDirectory directory) {
    this.grants = grants;
    this.directory = directory;
  }

  @Override
  public Set<String> attributes() {
    return ENDING;
  }

  @Override
  public Uni<Void> apply(Tx tx, UserEvent event) {
    return event.isDeletion() ? remove(tx, event) : updated(tx, event);
  }

  private Uni<Void> remove(Tx tx, UserEvent event) {
    return grants
        .remove(tx, event.applicationId(), event.entityType(), event.recordUuid())
        .replaceWithVoid();
  }

  /** A deactivated account may have no tokens here and sessions elsewhere, so it is always told. */
  private Uni<Void> updated(Tx tx, UserEvent event) {
    return event.names(DEACTIVATION)
        ? ofKnown(event, what -> grants.revoke(tx, what, event.context()))
        : ofKnown(event, what -> passwordChanged(tx, what, event));
  }

  /**
   * Whoever changed the password has revoked the rest already; this ends what a crash or a sign-in
   * with the old password, which was under way, has left.
   */
  private Uni<Integer> passwordChanged(Tx tx, Revocation what, UserEvent event) {
    return revokes(event)
        .chain(
            revokes ->
                revokes
                    ? grants.revokeOthers(tx, what, event.context())
                    : Uni.createFrom().item(0));
  }

  /** Nobody who had the account before its address was proved may keep a token for it. */
  private Uni<Boolean> revokes(UserEvent event) {
    return event.clientId() == null || event.isFirstProof()
        ? Uni.createFrom().item(true)
        : directory
            .client(event.clientId())
            .map(found -> found.map(PasswordChangePolicy::revokes).orElse(true));
  }

  private Uni<Void> ofKnown(UserEvent event, Function<Revocation, Uni<Integer>> effect) {
    return directory
        .application(event.applicationId())
        .chain(
            found ->
                found
                    .map(it -> effect.apply(new Revocation(record(event, it), event.time())))
                    .orElseGet(() -> Uni.createFrom().item(0)))
        .replaceWithVoid();
  }

  private static RecordRef record(UserEvent event, ApplicationView application) {
    return RecordRef.of(application, event.entityType(), event.recordUuid());
  }
}

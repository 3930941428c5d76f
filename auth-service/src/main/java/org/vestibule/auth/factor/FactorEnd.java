package org.vestibule.auth.factor;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import org.vestibule.auth.factor.code.CodeService;
import org.vestibule.auth.factor.device.DeviceService;
import org.vestibule.auth.userevent.UserEvent;
import org.vestibule.auth.userevent.UserEventEffect;
import org.vestibule.platform.sql.Tx;

/**
 * Ends what a factor proved when its record is deleted, its account deactivated or its password
 * changed, and codes that are under way to an address that is no longer the record's.
 */
@Singleton
class FactorEnd implements UserEventEffect {
  private static final Set<String> ENDING_TRUST = Set.of("password", "deactivateAccount");
  private static final Set<String> ENDING_CODES =
      Set.of("password", "deactivateAccount", "email", "mobileNumber");

  private final CodeService codes;
  private final DeviceService devices;

  FactorEnd(CodeService codes, DeviceService devices) {
    this.codes = codes;
    this.devices = devices;
  }

  @Override
  public Set<String> attributes() {
    return ENDING_CODES;
  }

  @Override
  public Uni<Void> apply(Tx tx, UserEvent event) {
    EndedProof ended =
        new EndedProof(event.applicationId(), event.entityType(), event.recordUuid(), event.time());
    boolean endsTrust = event.isDeletion() || event.names(ENDING_TRUST);
    return codes.end(tx, ended).chain(() -> endTrust(tx, ended, endsTrust));
  }

  private Uni<Void> endTrust(Tx tx, EndedProof ended, boolean endsTrust) {
    return endsTrust ? devices.end(tx, ended).replaceWithVoid() : Uni.createFrom().voidItem();
  }
}

package org.vestibule.config.setting;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.vestibule.platform.sql.Tx;

@Singleton
class SettingRepository {

  Uni<? extends List<? extends StoredSetting>> list(Tx tx, SettingScope scope) {
    return scope.isClient() ? ofClient(tx, scope) : ofApplication(tx, scope);
  }

  private static Uni<List<ApplicationSetting>> ofApplication(Tx tx, SettingScope scope) {
    return tx.session()
        .createQuery(
            "from ApplicationSetting where applicationId = ?1 order by name",
            ApplicationSetting.class)
        .setParameter(1, scope.applicationId())
        .getResultList();
  }

  private static Uni<List<ClientSetting>> ofClient(Tx tx, SettingScope scope) {
    return tx.session()
        .createQuery(
            "from ClientSetting where applicationId = ?1 and clientId = ?2 order by name",
            ClientSetting.class)
        .setParameter(1, scope.applicationId())
        .setParameter(2, scope.clientId())
        .getResultList();
  }

  /** The own settings of all clients of an application. */
  Uni<List<ClientSetting>> ofClients(Tx tx, String applicationId) {
    return tx.session()
        .createQuery(
            "from ClientSetting where applicationId = ?1 order by clientId, name",
            ClientSetting.class)
        .setParameter(1, applicationId)
        .getResultList();
  }

  /** Writes new rows and the changes of those that were read in the same unit of work. */
  Uni<Void> write(Tx tx, List<StoredSetting> fresh, List<StoredSetting> gone) {
    return tx.session()
        .removeAll(gone.toArray())
        .chain(() -> tx.session().persistAll(fresh.toArray()))
        .call(tx.session()::flush);
  }
}

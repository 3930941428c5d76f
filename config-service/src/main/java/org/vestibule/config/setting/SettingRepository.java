package org.vestibule.config.setting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.vestibule.platform.sql.Tx;

@ApplicationScoped
class SettingRepository {

  Uni<Void> insert(Tx tx, List<ApplicationSetting> settings) {
    return tx.session().persistAll(settings.toArray()).call(tx.session()::flush);
  }

  Uni<List<ApplicationSetting>> ofApplication(Tx tx, String applicationId) {
    return tx.session()
        .createQuery(
            "from ApplicationSetting where applicationId = ?1 order by name",
            ApplicationSetting.class)
        .setParameter(1, applicationId)
        .getResultList();
  }

  Uni<List<ClientSetting>> ofClient(Tx tx, String applicationId, String clientId) {
    return tx.session()
        .createQuery(
            "from ClientSetting where applicationId = ?1 and clientId = ?2 order by name",
            ClientSetting.class)
        .setParameter(1, applicationId)
        .setParameter(2, clientId)
        .getResultList();
  }
}

package org.vestibule.hosted.application;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.vestibule.platform.sql.Tx;

@Singleton
class ApplicationRepository {
  Uni<Void> insert(Tx tx, Application application) {
    return tx.session().persist(application).call(tx.session()::flush);
  }

  Uni<Optional<Application>> find(Tx tx, String applicationId) {
    return tx.session().find(Application.class, applicationId).map(Optional::ofNullable);
  }
}
